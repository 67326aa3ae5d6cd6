# The history of payments. Money that changes currency on its way has two amounts, and which of them
# touched the account is for a person to say.
name: wise
version: 1
title: Wise, transaction history
header_with: ID,Status,Direction,Finished on,Source fee amount,Source name,Source amount (after fees),Source currency,Target name,Target currency
hold_back: Status = CANCELLED | REFUNDED | FAILED -> never completed
hold_back: Status = PENDING | PROCESSING -> pending
reject: Direction is not OUT | IN -> OUT or IN
reject: Source currency is not {Target currency} -> one currency on both sides
sub_account: Source currency
date: Finished on
date_format: yyyy-mm-dd HH:MI:SS
amount: Source amount (after fees)
direction: Direction
credit_words: IN
debit_words: OUT
fee: Source fee amount
fees: own entry
currency: Source currency
counterparty: Source name + Target name
description: Reference
reference: ID
order: newest first
