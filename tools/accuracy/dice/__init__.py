"""Papers that dice lay out: every seed another plausible US statement, made up by some two hundred dials.

`words` and `issuers` are what is said, `dials` how it is chosen, `forms` the choices that several rooms ask for.
`securities`, `holdings` and `people` are what is held and whose it is; `keys`, `heads`, `cells`, `names` and `columns`
make the columns; `rows`, `lines`, `sums`, `cash`, `tables` and `appendix` the holdings; `titles`, `boxes`, `summaries`,
`bookings` and `schedules` what stands around them; `pages` puts all of it on paper, `truths` says what is true of it.

The medley and the gallery among the houses are smaller ones: a dozen choices each, all from one die.
"""

from tools.accuracy.dice.pages import dealt_paper, turned_paper
from tools.accuracy.houses import House

DEALT: dict[str, House] = {dealt_paper.__name__: dealt_paper}

__all__ = ["DEALT", "dealt_paper", "turned_paper"]
