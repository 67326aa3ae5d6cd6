# The dates have no year. A copy of this profile with a line `year: 2019` reads a file of that year.
name: de-kreissparkasse
version: 1
title: Kreissparkasse
country: DE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 8
date: #1
date_format: d.m
amount: #6
decimal: comma
description: #2
usual_currency: EUR
