# Every fuzz target: FORMAT_fuzz.cpp here, and its corpus in corpus/FORMAT.
set(fuzz_targets bai2 bundle camt canonical case mt940 ofx ons qif rates seizures xlsx)
