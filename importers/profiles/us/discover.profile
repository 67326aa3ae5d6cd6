name: us-discover
version: 1
title: Discover credit card
country: US
header: Trans. Date,Post Date,Description,Amount,Category
date: Trans. Date
date_format: m/d/yyyy
value_date: Post Date
amount: Amount
sign: debit positive
description: Description
category: Category
usual_currency: USD
