# The bank writes PDF; this is the table in it.
name: ie-first-south-credit-union
version: 1
title: First South Credit Union
country: IE
encoding: windows-1252
header: unknown
columns: 6
date: #1
date_format: d mmm yy
credit: #4
debit: #3
description: #2
usual_currency: EUR
