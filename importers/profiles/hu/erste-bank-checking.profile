name: hu-erste-bank-checking
version: 1
title: Erste Bank checking
country: HU
encoding: windows-1250
header: unknown
columns: 16
date: #1
date_format: yyyy.m.d.
amount: #7
decimal: by evidence
description: #14
usual_currency: HUF
