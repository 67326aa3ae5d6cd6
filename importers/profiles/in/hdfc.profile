name: in-hdfc
version: 1
title: HDFC Bank
country: IN
header: Date,Narration,Value Dat,Debit Amount,Credit Amount,Chq/Ref Number,Closing Balance
date: Date
date_format: d/m/yy
value_date: Value Dat
debit: Debit Amount
credit: Credit Amount
balance: Closing Balance
description: Narration
cheque: Chq/Ref Number
usual_currency: INR
