name: personal-capital
version: 1
title: Personal Capital
header: unknown
columns: 6
date: #1
date_format: yyyy-m-d
amount: #6
counterparty: #2
description: #3
usual_currency: USD
