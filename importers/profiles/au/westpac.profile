name: au-westpac
version: 1
title: Westpac
country: AU
header_with: Bank Account,Date,Narrative,Debit Amount,Credit Amount,Balance
account: Bank Account
date: Date
date_format: d/m/yyyy
date_format: yyyymmdd
debit: Debit Amount
credit: Credit Amount
balance: Balance
description: Narrative
category: Categories
cheque: Serial
usual_currency: AUD
order: newest first
