# The columns of the card holder and of the category may be there or not.
name: uk-american-express-address
version: 1
title: American Express UK, with the address of the merchant
country: GB
header_with: Date,Description,Amount,Appears On Your Statement As,Town/City,Postcode
date: Date
date_format: d/m/yyyy
amount: Amount
sign: debit positive
description: Description
category: Category
reference: Reference
text_mark: '
usual_currency: GBP
order: newest first
