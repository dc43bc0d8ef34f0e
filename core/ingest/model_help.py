"""When a language model is asked, and what becomes of its answer. Off unless the settings name an address.

Its claims are copied from nowhere but the page: each is found there word for word, then built and proven like any
other reading. It is asked only where the general engine finds nothing or cannot prove what it finds.
"""

from dataclasses import replace

from core.domain.issue import Issue
from core.domain.statement import Statement
from core.ingest.language_model.claims import INSTRUCTIONS
from core.ingest.language_model.endpoint import Endpoint, NoAnswer, ask
from core.ingest.parent import Child
from core.settings import Settings

__all__ = ["Endpoint", "endpoint_of", "helped", "needs_help"]


def endpoint_of(settings: Settings) -> Endpoint | None:
    """The address that the settings name, if they name one and a model; None: nothing is sent anywhere."""
    if not settings.model_url or not settings.model_name:
        return None
    return Endpoint(settings.model_url, settings.model_name, settings.model_key, settings.model_seconds)


def needs_help(statement: Statement) -> bool:
    """Whether the engine found nothing, or something that it cannot prove."""
    if statement.refused:
        return statement.refused.endswith("could be found.")
    return any(account.status == "unproven" for account in statement.accounts)


def helped(
    child: Child, endpoint: Endpoint, name: str, data: bytes, password: str | None, found: Statement
) -> Statement:
    """The better of the engine's reading and the model's; why there is no second one stands in the issues."""
    text = child.text(name, data, password)
    if not text:
        return found
    try:
        answer = ask(endpoint, INSTRUCTIONS, text)
    except NoAnswer as error:
        return _told(found, f"the language model at {endpoint.host} was asked, but {error}")
    read = child.claims(name, data, answer, password)
    if read.refused:
        return _told(found, f"the language model at {endpoint.host} was asked; {read.refused}")
    if not found.refused and any(account.status == "unproven" for account in read.accounts):
        return _told(found, f"the language model at {endpoint.host} was asked, but its reading does not prove either")
    return _told(read, f"read with the language model {endpoint.model} at {endpoint.host}; each value is on the page")


def _told(statement: Statement, sentence: str) -> Statement:
    if statement.refused:
        return replace(statement, refused=f"{statement.refused} Also, {sentence}.")
    return replace(statement, issues=(*statement.issues, Issue("note", statement.file, sentence, "language_model")))
