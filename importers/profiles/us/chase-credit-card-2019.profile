name: us-chase-credit-card-2019
version: 1
title: Chase Credit Card 2019
country: US
header: Card,Transaction Date,Post Date,Description,Category,Type,Amount
header: Transaction Date,Post Date,Description,Category,Type,Amount
header: Transaction Date,Post Date,Description,Category,Type,Amount,Memo
date: Transaction Date
date_format: m/d/yyyy
amount: Amount
description: Description
value_date: Post Date
category: Category
code: Type
usual_currency: USD
