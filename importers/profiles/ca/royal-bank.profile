name: ca-royal-bank
version: 1
title: Royal Bank of Canada, entries in Canadian dollars
country: CA
header: Account Type,Account Number,Transaction Date,Cheque Number,Description 1,Description 2,CAD$,USD$
account: Account Number
date: Transaction Date
date_format: m/d/yyyy
amount: CAD$
description: Description 1 + Description 2
cheque: Cheque Number
reject: USD$ is not (empty) -> an entry in Canadian dollars
usual_currency: CAD
