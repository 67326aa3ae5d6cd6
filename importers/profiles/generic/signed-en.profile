name: generic-signed-en
version: 1
title: Signed amounts with a currency; English words
decimal: by evidence
header: Date,Description,Amount,Currency
date: Date
date_format: yyyy-mm-dd
date_format: d/m/yyyy
date_format: m/d/yyyy
amount: Amount
currency: Currency
description: Description
