# Every fuzz target: FORMAT_fuzz.cpp here, and its corpus in corpus/FORMAT.
set(fuzz_targets canonical case ofx seizures mt940 camt bai2 qif)
