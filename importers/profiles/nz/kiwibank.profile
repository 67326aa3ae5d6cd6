name: nz-kiwibank
version: 1
title: Kiwibank
country: NZ
header_with: Account number,Date,Memo/Description,Amount (credit),Amount (debit),Amount,Balance
account: Account number
date: Date
date_format: dd-mm-yyyy
amount: Amount
balance: Balance
description: Memo/Description
counterparty: OP name
counterparty_account: OP Bank Account Number
code: Source Code (payment type)
usual_currency: NZD
