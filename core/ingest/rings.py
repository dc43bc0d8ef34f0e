"""Objects of a PDF that are nothing but a reference, and lead back to themselves: whoever follows them never ends."""

import re

ALIAS = re.compile(
    rb"(?<!\d)(\d{1,10})[ \t\r\n]{1,8}\d{1,5}[ \t\r\n]{1,8}obj\b\s{0,64}(\d{1,10})\s{1,8}\d{1,5}\s{1,8}R\b"
)


def has_ring(data: bytes) -> bool:
    """Whether an object `1 0 obj 2 0 R` leads, over others of its kind, to itself."""
    leads = {int(own): int(other) for own, other in ALIAS.findall(data)}
    clear: set[int] = set()
    for start in leads:
        way: set[int] = set()
        at = start
        while at in leads and at not in clear:
            if at in way:
                return True
            way.add(at)
            at = leads[at]
        clear |= way
    return False
