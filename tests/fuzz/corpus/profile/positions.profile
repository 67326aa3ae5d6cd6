name: b
version: 2
delimiter: ;
quote: none
header: none
columns: 5
first_row: 2
date: #1
date_format: d/m/yyyy
date_format: m/d/yyyy
amount: #5
decimal: by evidence
description: #2 + #3
hold_back: #2 = A | B -> why
opening_row: #2 begins O -> an opening
fact: period = Day
year: 2025
usual_currency: JPY
