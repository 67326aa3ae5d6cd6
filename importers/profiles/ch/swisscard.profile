# What is spent is above zero.
name: ch-swisscard
version: 1
title: SwissCard
country: CH
encoding: windows-1252
header: Transaktionsdatum,Beschreibung,Kartennummer,Währung,Betrag,Debit/Kredit,Status,Kategorie
date: Transaktionsdatum
date_format: d.m.yyyy
amount: Betrag
sign: debit positive
decimal: by evidence
description: Beschreibung
currency: Währung
category: Kategorie
account: Kartennummer
