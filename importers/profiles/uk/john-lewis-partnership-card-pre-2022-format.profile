name: uk-john-lewis-partnership-card-pre-2022-format
version: 1
title: John Lewis Partnership Card (Pre-2022 Format)
country: GB
encoding: windows-1252
header: unknown
columns: 4
date: #1
date_format: d-mmm-yyyy
amount: #3
sign: debit positive
description: #2
usual_currency: GBP
