name: de-dkb-2023
version: 1
title: Deutsche Kreditbank, since 2023
country: DE
encoding: windows-1252
delimiter: semicolon
header_with: Buchungsdatum;Wertstellung;Status;Verwendungszweck;IBAN;Betrag (€)
preamble: 4
date: Buchungsdatum
date_format: d.m.yy
date_format: d.m.yyyy
value_date: Wertstellung
amount: Betrag (€)
decimal: comma
counterparty: Zahlungspflichtige*r + Zahlungsempfänger*in
counterparty_account: IBAN
description: Verwendungszweck
code: Umsatztyp
mandate: Mandatsreferenz
end_to_end: Kundenreferenz
hold_back: Status = Vorgemerkt -> pending
fact: account = Girokonto
usual_currency: EUR
order: newest first
