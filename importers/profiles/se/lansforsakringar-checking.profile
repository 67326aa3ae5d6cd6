name: se-lansforsakringar-checking
version: 1
title: Länsförsäkringar checking
country: SE
encoding: windows-1252
delimiter: semicolon
header: "Bokföringsdatum";"Transaktionsdatum";"Transaktionstyp";"Meddelande";"Belopp"
preamble: 8
date: Transaktionsdatum
date_format: yyyy-m-d
amount: Belopp
decimal: comma
description: Meddelande
code: Transaktionstyp
usual_currency: SEK
