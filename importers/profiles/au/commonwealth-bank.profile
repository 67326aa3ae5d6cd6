name: au-commonwealth-bank
version: 1
title: Commonwealth Bank of Australia
country: AU
header: none
columns: 4
date: #1
date_format: d/m/yyyy
amount: #2
description: #3
balance: #4
usual_currency: AUD
order: newest first
