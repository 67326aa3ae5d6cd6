name: au-national-australia-bank
version: 1
title: National Australia Bank
country: AU
encoding: windows-1252
header: none
columns: 7
date: #1
date_format: d mmm yy
amount: #2
balance: #7
description: #6
usual_currency: AUD
