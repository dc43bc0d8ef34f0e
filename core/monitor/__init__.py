"""Household to readings, breaches and alerts."""
