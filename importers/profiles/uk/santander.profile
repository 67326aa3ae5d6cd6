name: uk-santander
version: 1
title: Santander, download of a current account
country: GB
encoding: windows-1252
delimiter: semicolon
header: Date;Type;Merchant/Description;Debit/Credit;Balance
date: Date
date_format: d/m/yyyy
amount: Debit/Credit
balance: Balance
description: Merchant/Description
code: Type
usual_currency: GBP
order: newest first
