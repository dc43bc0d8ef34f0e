"""The lab through the trade engine, lot by lot: begun by a button, goes on when the page is left."""

import streamlit as st

from core.domain.canonical import digest
from core.domain.mandate import Mandate
from core.present.tables.lab import lab_table
from core.words.numbers import percent
from core.words.sentences import count
from core.workflow.policy_lab import Question
from core.workflow.policy_lab_lots import MOST_YEARS, OWN, LotsLab, lab_with_lots
from pages.shared.jobs import Job, begin, forget, job_of, show_progress
from pages.shared.session import desk
from pages.shared.widgets import quiet, show_section


def show_lots(rules: Mandate, question: Question) -> None:
    """The button, the bar while it runs, the table once it is done."""
    show_section("With lots, wash sales and spreads, through the engine")
    key = ("lots", digest(rules), question)
    job = job_of(key)
    if job is None:
        years = count(min(question.years, MOST_YEARS), "year")
        quiet(f"Every look is a solve of its own: {years} of an account of $1,000,000. It goes on when you leave.")
        if st.button("Walk it through the engine", type="primary"):
            here = desk()
            begin(key, lambda progress: lab_with_lots(here, rules.id, question, progress))
            st.rerun()
    elif not job.finished:
        show_progress(job, _words)
    elif job.trouble:
        st.warning(job.trouble)
        if st.button("Begin again"):
            forget(key)
            st.rerun()
    else:
        _show(job.result, question)


def _words(job: Job) -> str:
    return f"{percent(job.share, 0)} walked; you can leave and come back" if job.of else "Beginning…"


def _show(lab: LotsLab, question: Question) -> None:
    st.html(lab_table(lab.runs, OWN))
    rates = (
        f"{percent(question.tax_rate)} on long gains, {percent(question.tax_rate * question.short_times)} on short ones"
    )
    taxed = (
        f"taxed at {rates}, paid at each year's end" if question.tax_rate else "not taxed: set a rate to see harvests"
    )
    quiet(f"{count(lab.years, 'year', begin=True)} of the same days, {taxed}; lots chosen by tax, shares in "
          "ten-thousandths, two funds a class so that losses can be taken. Hypothetical.")  # fmt: skip
