name: sg-posb-savings
version: 1
title: POSB savings
country: SG
header: none
columns: 7
date: #1
date_format: d mmm yyyy
credit: #4
debit: #3
counterparty: #5
description: #6
usual_currency: SGD
