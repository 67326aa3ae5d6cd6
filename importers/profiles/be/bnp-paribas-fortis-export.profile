name: be-bnp-paribas-fortis-export
version: 1
title: BNP Paribas Fortis Export
country: BE
encoding: windows-1252
delimiter: semicolon
header: Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Rekeningnummer;Type verrichting;Tegenpartij;Naam van de tegenpartij;Mededeling;Details;Status;Reden van weigering
date: Uitvoeringsdatum
date_format: d/m/yyyy
amount: Bedrag
decimal: comma
description: Details
value_date: Valutadatum
currency: Valuta rekening
counterparty: Naam van de tegenpartij
counterparty_account: Tegenpartij
account: Rekeningnummer
code: Type verrichting
servicer: Volgnummer
hold_back: Status = Geweigerd -> refused by the bank
hold_back: Status = In behandeling -> pending
