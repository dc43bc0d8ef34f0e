"""The firm itself: what its letterhead shows and which duty its records answer to; every change is an event."""

from dataclasses import replace
from typing import cast, get_args

from core.document import Letterhead, letterhead_sample, page_images, refuse_pale, safe_logo
from core.domain.canonical import digest_of_bytes
from core.domain.errors import BadInput
from core.domain.firm import Firm, FirmType
from core.store import FIRM
from core.workflow.desk import Desk
from core.workflow.saving import Put, decode, put_with_events

LONGEST, MOST_LINES = 80, 4


def firm(desk: Desk) -> Firm:
    """The firm as it was last set; one without a name (version 0) where nobody has set it."""
    desk.require("verify")
    body = desk.store.get("firm", "firm", None)
    return cast("Firm", decode(Firm, body)) if body else Firm()


def firm_type(desk: Desk) -> str:
    """The duty its records answer to: as the firm says, else as the settings say."""
    return firm(desk).kind or desk.settings.firm_type


def letterhead(desk: Desk) -> Letterhead:
    """What documents are printed on now."""
    one = firm(desk)
    return Letterhead(one, desk.store.blob(one.logo) if one.logo else b"")


def set_firm(desk: Desk, changed: Firm, logo: bytes | None = None) -> Firm:
    """Keep a new version; `logo` takes the place of the old one (b"" takes it off). BadInput says what does not fit.

    Documents issued before stay as they are.
    """
    desk.require("manage_people")
    before = firm(desk)
    picture = safe_logo(logo) if logo else b""
    mark = before.logo if logo is None else digest_of_bytes(picture) if picture else ""
    new = replace(_fitting(changed), logo=mark, version=before.version + 1)
    with desk.store.transaction() as tx:
        if picture:
            tx.put_blob(mark, picture)
        put_with_events(desk, tx, "firm.set", Put("firm", "firm", new.version, new, client=FIRM))
    return new


def sample_page(desk: Desk, changed: Firm, logo: bytes | None = None) -> bytes:
    """A page without a client as it would look on this letterhead, PNG; nothing is kept."""
    desk.require("manage_people")
    kept = letterhead(desk).logo if logo is None else b""
    shown = Letterhead(_fitting(changed), safe_logo(logo) if logo else kept)
    return page_images(letterhead_sample(shown, desk.today()))[0]


def _fitting(changed: Firm) -> Firm:
    if not changed.name.strip():
        raise BadInput("name", "a letterhead needs the firm's name")
    lines = (changed.name, *changed.address, *changed.contact)
    if len(changed.address) > MOST_LINES or len(changed.contact) > MOST_LINES:
        raise BadInput("address", f"has more than {MOST_LINES} lines")
    if any(len(line) > LONGEST for line in lines):
        raise BadInput("name", f"a line has more than {LONGEST} characters")
    if changed.kind is not None and changed.kind not in get_args(FirmType):
        raise BadInput("kind", f"'{changed.kind}' is none of {', '.join(get_args(FirmType))}")
    refuse_pale(changed.accent)
    return replace(changed, name=changed.name.strip())
