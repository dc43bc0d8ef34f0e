"""Table files: cells become rows of one or more tables, with their accounts, lots, sums and transactions."""
