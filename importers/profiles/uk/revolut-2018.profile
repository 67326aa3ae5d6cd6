name: revolut-2018
version: 1
title: Revolut, statement until 2020
delimiter: semicolon
header: Completed Date;Description;Paid Out ({currency});Paid In ({currency});Exchange Out;Exchange In;Balance ({currency});Category;Notes
header: Completed Date;Reference;Paid Out ({currency});Paid In ({currency});Exchange Out;Exchange In;Balance ({currency});Category
date: Completed Date
date_format: d mmm yyyy
date_format: mmm d, yyyy
debit: #3
credit: #4
balance: #7
description: #2
category: Category
original_amount: Exchange Out + Exchange In
order: newest first
