name: sg-ocbc-bank
version: 1
title: OCBC Bank
country: SG
header: Transaction date,Value date,Description,Withdrawals ({currency}),Deposits ({currency})
header: Transaction date,Value date,Description,Withdrawals ({currency}),Deposits ({currency}),Payee
preamble: 10
footer_rows: 2
date: Transaction date
date_format: d/m/yyyy
credit: Deposits ({currency})
debit: Withdrawals ({currency})
description: Description
value_date: Value date
usual_currency: SGD
