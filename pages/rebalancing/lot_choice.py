"""A person names the lots of a taxed sale; the rest is solved and checked again."""

import pandas as pd
import streamlit as st

from core.domain.proposal import Proposal, Tweak
from core.domain.trade import Trade
from core.present.tables.lot_choice import SELL, lot_rows, lots_chosen, lots_of_sale
from pages.shared.widgets import calm

FREE = ("min_tax", "specific")
"""Lot reliefs that leave the choice of lots open."""


def ask_lots(chosen: Proposal, trade: Trade) -> Tweak | None:
    """The tweak that a person asks for, None while nobody does; only where there is more than one lot to choose."""
    case = chosen.case
    lots = lots_of_sale(case, trade)
    open_choice = trade.side == "sell" and case.account(trade.account).taxable and case.policy.relief in FREE
    if not open_choice or len(lots) < 2:
        return None
    key = "-".join((chosen.id, str(chosen.version), *trade.key))
    with st.expander("Choose the lots"), st.form(f"lots-{key}", border=False):
        rows = st.data_editor(
            pd.DataFrame(lot_rows(case, trade)), hide_index=True, key=f"lot-rows-{key}", height="content",
            disabled=["Acquired", "Term", "Held", "Gain each, $"],
            column_config={
                "Gain each, $": st.column_config.NumberColumn(format="%.2f"),
                SELL: st.column_config.NumberColumn(min_value=0.0, required=True),
            },
        )  # fmt: skip
        if st.form_submit_button("Sell these lots"):
            with calm():
                named = lots_chosen(rows.to_dict("records"), lots)
                total = sum(shares for _, shares in named)
                return Tweak("quantity", *trade.key, quantity=total, lots=named)
    return None
