name: uk-starling
version: 1
title: Starling, statement
country: GB
header: Date,Counter Party,Reference,Type,Amount ({currency}),Balance ({currency}),Spending Category,Notes
header: Date,Counter Party,Reference,Type,Amount ({currency}),Balance ({currency}),Spending Category
header: Date,Counter Party,Reference,Type,Amount ({currency}),Balance ({currency})
opening_row: Counter Party = Opening Balance -> an opening balance and no entry
date: Date
date_format: d/m/yyyy
amount: Amount ({currency})
balance: Balance ({currency})
description: Reference
counterparty: Counter Party
code: Type
order: oldest first
