name: nz-asb
version: 1
title: ASB
country: NZ
header: Date,Unique Id,Tran Type,Cheque Number,Payee,Memo,Amount
preamble: 8
date: Date
date_format: yyyy/mm/dd
amount: Amount
counterparty: Payee
description: Memo
reference: Unique Id
code: Tran Type
cheque: Cheque Number
usual_currency: NZD
