"""Household and target to trades by lot, each with its reasons."""
