name: uk-monzo-2018
version: 1
also: uk-monzo-checking
title: Monzo, export of the app in 2018
country: GB
header: id,created,amount,currency,local_amount,local_currency,category,emoji,description,address,notes,receipt
date: created
date_format: yyyy-mm-dd HH:MI:SS ZZ
amount: amount
currency: currency
description: description
reference: id
category: category
original_amount: local_amount
original_currency: local_currency
order: oldest first
