name: nl-bunq-interest-date
version: 1
title: Bunq, with the day from which interest counts
country: NL
header: Date,Interest Date,Amount,Account,Counterparty,Name,Description
account: Account
date: Date
date_format: yyyy-mm-dd
value_date: Interest Date
amount: Amount
decimal: by evidence
counterparty: Name
counterparty_account: Counterparty
description: Description
usual_currency: EUR
