name: crypto-com
version: 1
title: Crypto.com, card
header: unknown
columns: 10
date: #1
date_format: yyyy-m-d HH:MI:SS
amount: #8
description: #2
usual_currency: USD
