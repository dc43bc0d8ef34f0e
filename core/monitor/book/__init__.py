"""Households as one matrix: columns of assets, rows of portfolios, figures from the ledger."""
