name: us-ally
version: 1
title: Ally Bank
country: US
header: Date,Time,Amount,Type,Description
date: Date
time: Time
date_format: yyyy-mm-dd
amount: Amount
description: Description
code: Type
usual_currency: USD
order: newest first
