"""A statement as a scanner or telephone gives it: pictures of its pages, clean, noisy, turned or photographed."""

import io
from collections.abc import Callable
from typing import Any, Literal

Spoil = Literal["clean", "noisy", "turned", "photo", "sideways", "upside down", "fax", "jpeg", "faint"]
SPOILS: tuple[Spoil, ...] = ("clean", "noisy", "turned", "photo")
WORSE: tuple[Spoil, ...] = ("sideways", "upside down", "fax", "jpeg", "faint")
MARGIN = 300


def scanned(data: bytes, spoil: Spoil = "clean", seed: int = 0, dpi: int = 200) -> bytes:
    """A PDF's pages as one TIFF of pictures, spoiled."""
    from PIL import Image

    sheets = [Image.fromarray(_spoiled(grey, spoil, seed + place)) for place, grey in enumerate(pictures(data, dpi))]
    out = io.BytesIO()
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:], compression="tiff_lzw")
    return out.getvalue()


def scan_pdf(data: bytes, spoil: Spoil = "clean", seed: int = 0, dpi: int = 200) -> bytes:
    """A PDF's pages as a PDF of pictures without a text layer."""
    from PIL import Image

    sheets = [Image.fromarray(_spoiled(grey, spoil, seed + place)) for place, grey in enumerate(pictures(data, dpi))]
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=dpi)
    return out.getvalue()


def pictures(data: bytes, dpi: int) -> list[Any]:
    """Grey pixels of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    found = [page.render(scale=dpi / 72, grayscale=True).to_numpy() for page in document]
    document.close()
    return [grey[:, :, 0] if grey.ndim == 3 else grey for grey in found]


def _spoiled(grey: Any, spoil: Spoil, seed: int) -> Any:
    import numpy as np

    dice = np.random.default_rng(seed)
    ways: dict[Spoil, Callable[[], Any]] = {
        "clean": lambda: grey,
        "noisy": lambda: _noisy(grey, dice),
        "turned": lambda: _turned(grey, float(dice.choice([-1.4, 0.8, 1.3]))),
        "photo": lambda: _photographed(grey, dice),
        "sideways": lambda: np.ascontiguousarray(np.rot90(grey, int(dice.choice([1, 3])))),
        "upside down": lambda: np.ascontiguousarray(np.rot90(grey, 2)),
        "fax": lambda: _faxed(grey, dice),
        "jpeg": lambda: _squeezed(grey),
        "faint": lambda: (150 + grey.astype(float) * 0.3 + dice.normal(0, 3, grey.shape)).clip(0, 255).astype(np.uint8),
    }
    return ways[spoil]()


def _faxed(grey: Any, dice: Any) -> Any:
    """Black and white alone, a little torn along the lines, with specks."""
    import numpy as np

    torn = np.where(grey.astype(float) + dice.normal(0, 18, grey.shape) > 150, 255, 0)
    torn[dice.random(grey.shape) < 0.0008] = 0
    return torn.astype(np.uint8)


def _squeezed(grey: Any) -> Any:
    """Saved as a JPEG of poor quality."""
    import cv2

    return cv2.imdecode(cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 18])[1], cv2.IMREAD_GRAYSCALE)


def _noisy(grey: Any, dice: Any) -> Any:
    """Blur, grain, a grey ground, specks."""
    import cv2
    import numpy as np

    dull = cv2.GaussianBlur(grey, (3, 3), 0.7).astype(float) * 0.9 + 15 + dice.normal(0, 12, grey.shape)
    specks = dice.random(grey.shape)
    dull[specks < 0.002], dull[specks > 0.998] = 0, 255
    return np.clip(dull, 0, 255).astype(np.uint8)


def _turned(grey: Any, angle: float) -> Any:
    import cv2

    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return cv2.warpAffine(grey, turn, (width, height), borderValue=255, flags=cv2.INTER_CUBIC)


def _photographed(grey: Any, dice: Any) -> Any:
    """The sheet on a dark table, seen aslant, in light that falls off to one side."""
    import cv2
    import numpy as np

    height, width = grey.shape
    inside = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    aslant = (inside + MARGIN / 2 + dice.uniform(-60, 60, (4, 2))).astype(np.float32)
    table = np.full((height + MARGIN, width + MARGIN), 70, np.uint8)
    onto = cv2.getPerspectiveTransform(inside, aslant)
    seen = cv2.warpPerspective(
        grey, onto, (width + MARGIN, height + MARGIN), dst=table, borderMode=cv2.BORDER_TRANSPARENT
    )
    light = np.linspace(0.75, 1.0, seen.shape[1])[None, :]
    dull = cv2.GaussianBlur((seen * light + dice.normal(0, 5, seen.shape)).clip(0, 255), (3, 3), 0.6)
    return np.clip(dull, 0, 255).astype(np.uint8)
