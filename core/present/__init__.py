"""Figures and tables for pages and notebooks."""
