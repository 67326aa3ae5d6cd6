name: us-chase-checking
version: 1
title: Chase, checking
country: US
header: Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
date: Posting Date
date_format: m/d/yyyy
amount: Amount
balance: Balance
description: Description
code: Type
cheque: Check or Slip #
usual_currency: USD
order: newest first
