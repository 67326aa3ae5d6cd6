name: ie-aib-ireland
version: 1
title: AIB Ireland
country: IE
encoding: windows-1252
header: unknown
columns: 11
date: #2
date_format: d/m/yyyy
credit: #7
debit: #6
description: #3
usual_currency: EUR
