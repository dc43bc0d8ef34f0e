"""Whether a language model may help to read statements, and the asking. Off unless the settings name it."""

from dataclasses import dataclass

from core.domain.statement import Statement
from core.ingest import Child
from core.ingest.model_help import endpoint_of, helped, needs_help
from core.workflow.desk import Desk


@dataclass(frozen=True, slots=True)
class Asked:
    """Which model is asked, and on which machine."""

    model: str
    host: str


def model_in_use(desk: Desk) -> Asked | None:
    """The model that statements may be shown to, or None: then nothing is sent anywhere."""
    desk.require("read_clients")
    found = endpoint_of(desk.settings)
    return Asked(found.model, found.host) if found else None


def ask_model(
    desk: Desk, child: Child, file: tuple[str, bytes], password: str | None, found: Statement
) -> tuple[Statement, Asked | None]:
    """The reading with the model's help where one is set and the engine needs it, and who was asked."""
    desk.require("upload")
    endpoint = endpoint_of(desk.settings)
    if endpoint is None or not needs_help(found):
        return found, None
    name, data = file
    return helped(child, endpoint, name, data, password, found), Asked(endpoint.model, endpoint.host)
