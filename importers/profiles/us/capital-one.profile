name: us-capital-one
version: 1
title: Capital One credit card
country: US
header: Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit
account: Card No.
date: Transaction Date
date_format: yyyy-mm-dd
date_format: m/d/yyyy
value_date: Posted Date
debit: Debit
credit: Credit
description: Description
category: Category
usual_currency: USD
order: newest first
