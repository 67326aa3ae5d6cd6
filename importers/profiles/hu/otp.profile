name: hu-otp
version: 1
title: OTP
country: HU
encoding: windows-1250
delimiter: semicolon
header: none
columns: 15
date: #5
date_format: yyyymmdd
amount: #3
decimal: by evidence
counterparty: #9
description: #10 + #11 + #13
usual_currency: HUF
