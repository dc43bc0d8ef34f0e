"""Make the document fonts from the Source families that Streamlit bundles (SIL Open Font License 1.1).

Needs `brotli`, which the application itself does not: run it in an environment of its own and keep the result.
The licence reserves the name 'Source', so the static, reduced cuts carry names of their own.

    python tools/make_document_fonts.py FOLDER_OF_WOFF2 core/document/fonts
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

CUTS = (
    ("SourceSansVF-Upright", "Plumbline Sans", "Regular", {"wght": 400}),
    ("SourceSansVF-Upright", "Plumbline Sans", "Semibold", {"wght": 600}),
    ("SourceSerifVariable-Roman", "Plumbline Serif", "Regular", {"wght": 400, "opsz": 14}),
    ("SourceSerifVariable-Roman", "Plumbline Serif", "Semibold", {"wght": 600, "opsz": 20}),
)
COPYRIGHT, LICENCE_TEXT, LICENCE_ADDRESS = 0, 13, 14


def make(folder: Path, source: str, family: str, style: str, axes: dict[str, float]) -> TTFont:
    """One static cut: all characters, no layout tables (the PDF writer does not shape text)."""
    font = TTFont(next(folder.glob(f"{source}*.woff2")), recalcTimestamp=False)
    font = instantiateVariableFont(font, axes)
    options = Options(layout_features=[], hinting=False, name_IDs=[COPYRIGHT, LICENCE_TEXT, LICENCE_ADDRESS])
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    names = {1: f"{family} {style}", 2: "Regular", 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font.flavor = None
    return font


def main(source_folder: str, target_folder: str) -> None:
    """Write every cut into the target folder."""
    for source, family, style, axes in CUTS:
        name = f"{family}-{style}.ttf".replace(" ", "")
        make(Path(source_folder), source, family, style, axes).save(Path(target_folder) / name)


if __name__ == "__main__":
    main(*sys.argv[1:3])
