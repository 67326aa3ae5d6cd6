# Every fuzz target: FORMAT_fuzz.cpp here, and its corpus in corpus/FORMAT.
set(fuzz_targets bai2 bank-holidays bundle camt canonical case csv dmn feel intelligence links mt940 ofx ons pdf_words profile qif rates seizures totals xlsx)
