name: za-fnb
version: 1
title: First National Bank
country: ZA
header: Date,Amount,Balance,Description
preamble: 6
fact: account = Account:
date: Date
date_format: yyyy/mm/dd
amount: Amount
balance: Balance
description: Description
usual_currency: ZAR
order: newest first
