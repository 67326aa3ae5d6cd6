name: mint
version: 1
title: Mint
header: "Date","Description","Original Description","Amount","Transaction Type","Category","Account Name","Labels","Notes"
date: Date
date_format: m/d/yyyy
amount: Amount
direction: Transaction Type
credit_words: credit
debit_words: debit
description: Original Description
counterparty: Description
category: Category
account: Account Name
usual_currency: USD
