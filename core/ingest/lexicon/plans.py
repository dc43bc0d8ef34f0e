"""What plans that give an employer's stock are called, `ESPP`, `Restricted Stock Units`: no security bears the name."""

import re

GIVEN = re.compile(
    r"(?:(?:your|vested|released|shares from|total) )*"
    r"(?:(?:(?:restricted|performance|deferred) (?:stock|shares?)(?: units?| awards?)?|"
    r"(?:(?:qualified|employee|section 423) )?(?:stock|share) (?:purchase|option|award|savings) plan|"
    r"(?:equity|stock|share) (?:awards?|grants?)|(?:long[- ]term )?(?:equity )?incentive plan|"
    r"(?:(?:nonqualified|non-qualified|incentive|employee) )*(?:stock )?options?(?: exercises?)?|"
    r"rsus?|rsas?|psus?|psas?|dsus?|espp|esop|nqsos?|isos?)"
    r"(?: (?:shares|lots|vests?|releases?|purchases?))?(?: \([\w ]+\))?)s?",
    re.I,
)
