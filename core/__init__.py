"""Plumbline: reads statements, watches drift, optimises, trades by lot after tax, and proves it."""
