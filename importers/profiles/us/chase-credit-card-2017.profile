name: us-chase-credit-card-2017
version: 1
title: Chase Credit Card 2017
country: US
header: Type,Trans Date,Post Date,Description,Amount
date: Trans Date
date_format: m/d/yyyy
amount: Amount
description: Description
value_date: Post Date
code: Type
usual_currency: USD
