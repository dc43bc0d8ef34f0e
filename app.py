"""Plumbline on the screen: sign in, build the menu, run the chosen page."""

from pathlib import Path

import streamlit as st

from core.present.style import STYLE
from pages.shared import sign_in, sign_link
from pages.shared.first_visit import load_again_once
from pages.shared.places import lead_on, menu
from pages.shared.session import keep_cookie, sit_down
from pages.shared.widgets import calm

ASSETS = Path(__file__).resolve().parent / "assets"

st.set_page_config(page_title="Plumbline", page_icon=str(ASSETS / "icon.png"), layout="wide")
st.html(STYLE)
st.logo(str(ASSETS / "logo.svg"), size="medium")
link = st.query_params.get(sign_link.ADDRESS)
desk = None if link else sit_down()
page = st.navigation(menu(desk.actor if desk else None), position="top" if desk else "hidden")
load_again_once()
with calm():
    if link:
        sign_link.render(link)
    elif desk:
        lead_on(page.url_path)
        page.run()
    else:
        sign_in.render()
keep_cookie()
