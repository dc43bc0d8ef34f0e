"""Statements, the door: everything a person does with one, from the upload to the signature. Nothing enters unseen."""

from core.workflow.correcting import ACCOUNT_EDITABLE, EDITABLE, add_row, confirm_row, correct, drop_row, see_note
from core.workflow.receiving import Progress, page_image, read_again, statement, statements, upload, upload_together
from core.workflow.settling import Preview, likely_homes, preview, refuse, sign_off, sign_off_into_new

__all__ = [
    "ACCOUNT_EDITABLE",
    "EDITABLE",
    "Preview",
    "Progress",
    "add_row",
    "confirm_row",
    "correct",
    "drop_row",
    "likely_homes",
    "page_image",
    "preview",
    "read_again",
    "refuse",
    "see_note",
    "sign_off",
    "sign_off_into_new",
    "statement",
    "statements",
    "upload",
    "upload_together",
]
