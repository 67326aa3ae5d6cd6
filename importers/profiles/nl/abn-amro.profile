name: nl-abn-amro
version: 1
title: ABN AMRO, text with tabs
country: NL
delimiter: tab
quote: none
header: none
columns: 8
account: #1
currency: #2
date: #3
date_format: yyyymmdd
value_date: #6
balance: #5
amount: #7
decimal: comma
description: #8
