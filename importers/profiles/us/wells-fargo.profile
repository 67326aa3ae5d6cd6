name: us-wells-fargo
version: 1
title: Wells Fargo
country: US
header: none
columns: 5
date: #1
date_format: m/d/yyyy
amount: #2
reject: #3 is not * -> the star of a booked entry
cheque: #4
description: #5
usual_currency: USD
order: newest first
