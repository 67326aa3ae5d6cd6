name: sg-ocbc-bank-credit-card
version: 1
title: OCBC Bank Credit Card
country: SG
header: Transaction date,Description,Withdrawals ({currency}),Deposits ({currency})
preamble: 10
footer_rows: 2
date: Transaction date
date_format: d/m/yyyy
credit: Deposits ({currency})
debit: Withdrawals ({currency})
description: Description
usual_currency: SGD
