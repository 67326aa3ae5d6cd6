name: br-nubank
version: 1
title: Nubank account
country: BR
header: Data,Valor,Identificador,Descrição
date: Data
date_format: d/m/yyyy
amount: Valor
description: Descrição
reference: Identificador
usual_currency: BRL
