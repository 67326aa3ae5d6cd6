name: generic-signed-es
version: 1
title: Signed amounts with currency, account and reference; Spanish words
country: ES
delimiter: semicolon
decimal: by evidence
header: Fecha;Concepto;Importe;Moneda;Cuenta;Referencia
account: Cuenta
date: Fecha
date_format: yyyy-mm-dd
date_format: d/m/yyyy
amount: Importe
currency: Moneda
description: Concepto
reference: Referencia
