name: be-bnp-paribas-fortis-old
version: 1
title: BNP Paribas Fortis old
country: BE
encoding: windows-1252
delimiter: semicolon
header: Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;TEGENPARTIJ VAN DE VERRICHTING;Details;Rekeningnummer
date: Uitvoeringsdatum
date_format: d/m/yyyy
amount: Bedrag
decimal: comma
description: Details
value_date: Valutadatum
currency: Valuta rekening
counterparty_account: TEGENPARTIJ VAN DE VERRICHTING
account: Rekeningnummer
servicer: Volgnummer
