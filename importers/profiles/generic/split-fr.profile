name: generic-credit-debit-fr
version: 1
title: Debits and credits apart, with a currency; French words
country: FR
delimiter: semicolon
decimal: by evidence
header: Date opération;Libellé;Débit;Crédit;Devise;Référence
date: Date opération
date_format: yyyy-mm-dd
date_format: d/m/yyyy
debit: Débit
debits: by evidence
credit: Crédit
currency: Devise
description: Libellé
reference: Référence
