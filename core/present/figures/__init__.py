"""Plotly figures, each built from one plain dict."""
