name: c
version: 1
layout: blocks
labels: Day;Words | B
date: B
date_format: ?
amount: #1
