"""The metrics, one file for each family. Returns are simple and per period; VaR and CVaR are positive losses,
drawdowns are negative."""
