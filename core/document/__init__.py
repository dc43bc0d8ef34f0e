"""Letters, notes and order lists: writers from the record to bytes. Adding one is adding one decorated function."""

from core.document.custodian_orders import flat_orders, record_orders
from core.document.documents import DOCUMENTS
from core.document.fix_orders import fix_orders, message_holds
from core.document.images import page_images
from core.document.letterhead import Letterhead, refuse_pale, safe_logo
from core.document.letterhead_sample import letterhead_sample
from core.document.letters import letter, note
from core.document.nigo import nigo
from core.document.orders import checksum_holds, order_list
from core.document.policy_statement import policy_statement
from core.document.recommendation import recommendation_record
from core.document.reports import drift_note, household_report
from core.document.standing import HouseholdStanding

__all__ = [
    "DOCUMENTS", "HouseholdStanding", "Letterhead", "checksum_holds", "drift_note", "fix_orders", "flat_orders",
    "household_report", "letter", "letterhead_sample", "message_holds", "nigo", "note", "order_list", "page_images",
    "policy_statement", "recommendation_record", "record_orders", "refuse_pale", "safe_logo",
]  # fmt: skip
