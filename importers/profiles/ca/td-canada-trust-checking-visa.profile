name: ca-td-canada-trust-checking-visa
version: 1
title: TD Canada Trust, checking+Visa
country: CA
header: none
columns: 5
date: #1
date_format: m/d/yyyy
credit: #4
debit: #3
description: #2
usual_currency: CAD
