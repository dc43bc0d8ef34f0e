"""A real browser: a scan is corrected until it proves and signed off; a taught layout reads the next file alone."""

import re
from pathlib import Path
from typing import Any

import pytest
from browser_papers import MISPRINTED, NOVEMBER, OCTOBER, STRANGE, paper, scan  # type: ignore[import-not-found]

pytestmark = pytest.mark.browser


def drop(visit: Any, *files: Path) -> None:
    visit.page.locator('input[type="file"]').first.set_input_files([str(file) for file in files])


def choose(visit: Any, label: str, option: str) -> None:
    visit.page.get_by_label(label, exact=True).first.click()
    visit.page.get_by_role("option", name=re.compile(option)).first.click()
    visit.settle()


@pytest.fixture()
def files(tmp_path: Path) -> dict[str, Path]:
    """The papers on disk, as a person has them."""
    total = ("Total account value", "7,700.00")
    nordhaus = "Nordhaus Depot"
    made = {
        "scan.pdf": scan(paper(MISPRINTED, total, "Quillon Brokerage")),
        "locked.pdf": paper(MISPRINTED, total, "Quillon Brokerage", password="sesame"),
        "october.pdf": paper(OCTOBER, ("Depotwert gesamt", "13,410.00"), nordhaus, STRANGE),
        "november.pdf": paper(NOVEMBER, ("Depotwert gesamt", "6,871.80"), nordhaus, STRANGE),
        "broken.pdf": b"%PDF-1.7\nbroken",
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return {name: tmp_path / name for name in made}


def test_a_value_of_a_scan_is_corrected_the_proof_turns_and_it_is_signed_off(
    visit: Any, files: dict[str, Path]
) -> None:
    visit.sign_in("Jules Okafor")
    visit.open("Statements")
    drop(visit, files["scan.pdf"])
    visit.page.locator("h1", has_text="The account").first.wait_for(timeout=240_000)
    visit.settle()
    visit.see(re.compile("does not tie: quantity x price x unit = value"))
    visit.page.locator(".pl-page i.chosen").first.wait_for()
    visit.page.locator(".pl-strip i.trouble").first.wait_for()
    visit.page.get_by_label("Value", exact=True).first.fill("3,500.00")
    visit.page.get_by_label("Where the value comes from").first.fill("50 x 70.00, custodian's site")
    visit.press("Prove again")
    visit.title_says("The account is proven")
    visit.settle()
    visit.is_calm()
    visit.see(re.compile("made by hand"))
    visit.press(re.compile("^Sign off…"))
    visit.page.get_by_label("Its name").fill("Quillon")
    visit.press("Sign off this account")
    visit.see("Signed off")
    visit.press("See holdings")
    visit.title_says("Quillon")
    visit.is_calm()


def test_a_layout_is_taught_and_the_second_file_reads_by_itself(visit: Any, files: dict[str, Path]) -> None:
    visit.sign_in("Jules Okafor")
    visit.open("Statements")
    drop(visit, files["october.pdf"], files["broken.pdf"])
    visit.see("broken.pdf was refused")
    visit.press("Teach its layout")
    visit.title_says("What do these words mean?")
    visit.settle()
    choose(visit, "The account's total is", "Depotwert gesamt")
    visit.see(re.compile("2 of 2 checks hold"))
    visit.is_calm()
    visit.press("Keep this layout")
    visit.title_says("The account is proven")
    visit.settle()
    visit.see(re.compile("with the taught layout L-"))
    visit.open("Statements")
    visit.see("Received")
    drop(visit, files["november.pdf"])
    visit.title_says("The account is proven")
    visit.see(re.compile("november.pdf.*with the taught layout"))
    visit.is_calm()
    visit.open("Layouts")
    visit.see(re.compile("holds where the paper prints Nordhaus Depot"))
    with visit.page.expect_download() as saved:
        visit.press("Save as a file to share")
    text = Path(saved.value.path()).read_text()
    assert '"Kursniveau" = "price"' in text and '"Depotwert gesamt" = "account total"' in text
    visit.is_calm()


def test_a_locked_file_asks_for_its_password_and_the_same_bytes_are_not_kept_twice(
    visit: Any, files: dict[str, Path]
) -> None:
    visit.sign_in("Jules Okafor")
    visit.open("Statements")
    drop(visit, files["locked.pdf"])
    visit.see("has a password")
    visit.page.get_by_label("Password", exact=True).fill("wrong")
    visit.press("Open and read")
    visit.see("That one was wrong")
    visit.page.get_by_label("Password", exact=True).fill("sesame")
    visit.press("Open and read")
    visit.title_says("The account")
    visit.settle()
    visit.see(re.compile("cannot be drawn without the password"))
    visit.page.get_by_label("Password", exact=True).fill("sesame")
    visit.press("Show the pages")
    visit.page.locator(".pl-page i.trouble").first.wait_for()
    visit.is_calm()
    visit.press("All statements")
    visit.page.wait_for_url(re.compile(r"/statements(?:\?|$)"))
    visit.title_says(re.compile("statement", re.I))
    visit.settle()
    visit.page.wait_for_timeout(1_000)
    drop(visit, files["locked.pdf"])
    visit.see(re.compile("it was not stored again"))
