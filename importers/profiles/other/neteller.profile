name: neteller
version: 1
title: NETELLER
header: unknown
columns: 18
date: #5
date_format: d-m-yyyy / HH:MI
amount: #7
description: #4
usual_currency: GBP
