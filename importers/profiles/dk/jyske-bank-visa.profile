name: dk-jyske-bank-visa
version: 1
title: Jyske Bank VISA
country: DK
encoding: windows-1252
header: Dato,,Tekst,,Beløb,Saldo,Kommentar,Afstemt,Flag,Konto
date: Dato
date_format: 
amount: Beløb
decimal: by evidence
counterparty: Tekst
description: Kommentar
balance: Saldo
account: Konto
usual_currency: DKK
