CASE
  WHEN amount > 900000 AND channel = 'cash' AND age < 30 THEN 1
  WHEN amount BETWEEN 500000 AND 900000 AND channel = 'cash' AND age < 90 AND share > 50 THEN 2
  WHEN amount > 1000000 AND channel = 'wire' AND tier = 3 THEN 3
  WHEN amount > 1000000 AND channel = 'wire' AND tier = 2 AND share > 80 THEN 4
  WHEN amount >= 100000 AND amount < 500000 AND channel = 'card' AND age < 7 THEN 5
  WHEN amount > 2500000 AND tier >= 2 AND age < 365 THEN 6
  WHEN channel = 'crypto' AND age < 180 AND share > 25 THEN 7
  WHEN amount > 5000050 AND share > 90 THEN 8
  WHEN amount < 1000 AND channel IN ('card', 'online') AND age < 14 THEN 9
  WHEN channel <> 'wire' AND tier = 3 AND share BETWEEN 10 AND 20 THEN 10
  ELSE 0
END
