"""Households and mandates: look at them and open new ones."""

from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.workflow.desk import Desk
from core.workflow.saving import Put, load, load_all, save


def households(desk: Desk) -> tuple[Household, ...]:
    """Every household in its latest version, by name."""
    desk.require("read_clients")
    return tuple(sorted(load_all(desk, "household", Household), key=lambda household: household.name))


def household(desk: Desk, household_id: str, version: int | None = None) -> Household:
    """One household, its latest version unless one is named."""
    desk.require("read_clients")
    return load(desk, "household", Household, household_id, version)


def mandates(desk: Desk) -> tuple[Mandate, ...]:
    """Every mandate in its latest version, by name."""
    desk.require("read_clients")
    return tuple(sorted(load_all(desk, "mandate", Mandate), key=lambda mandate: mandate.name))


def mandate(desk: Desk, mandate_id: str) -> Mandate:
    """One mandate in its latest version."""
    desk.require("read_clients")
    return load(desk, "mandate", Mandate, mandate_id)


def new_household(desk: Desk, name: str, mandate_id: str) -> Household:
    """An empty household under a mandate, ready to take accounts from statements."""
    made = empty_household(desk, name, mandate_id)
    save(desk, "household.created", Put("household", made.id, 1, made, client=made.id))
    return made


def empty_household(desk: Desk, name: str, mandate_id: str) -> Household:
    """The same, not kept yet."""
    desk.require("sign_off")
    if not name.strip():
        raise BadInput("name", "a household needs a name")
    load(desk, "mandate", Mandate, mandate_id)
    household_id = f"H-{len(desk.store.latest('household')) + 1:04d}"
    return Household(household_id, name.strip(), mandate_id, taxpayers=(), accounts=(), as_of=desk.today())
