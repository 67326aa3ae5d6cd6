name: fr-boursorama
version: 1
title: BoursoBank
country: FR
delimiter: semicolon
header_with: dateOp;dateVal;label;amount;accountNum
account: accountNum
date: dateOp
date_format: yyyy-mm-dd
date_format: d/m/yyyy
value_date: dateVal
amount: amount
decimal: by evidence
description: label
category: category
usual_currency: EUR
order: newest first
