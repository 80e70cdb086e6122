"""Pages of fillable forms: their widgets are the exact truth of where values and ticks belong."""

from __future__ import annotations

import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from labels import HEIGHT, WIDTH
from marks import handwriting, tick
from sheet import POINT, SCALE, Box, Sheet, amount, date, word

KNOWN: tuple[str, ...] = ("form", "key-value-region", "checkbox-selected", "checkbox-unselected")
"""Labels that the widgets tell about; of the others they say nothing."""

HELD_OUT: frozenset[str] = frozenset({"f8889", "f1040sd", "f8995", "f1099r", "fw2g", "f8960", "f4547", "f1040sei"})
"""Forms that no year of is trained on."""

_PUSH_BUTTON, _HIDDEN = 1 << 16, 1 << 1


def rendered(pdf: Path, first: int = 1, last: int = 9999) -> list[Image.Image]:
    """Grey pictures of the pages, SCALE times the input of the detector."""
    with tempfile.TemporaryDirectory() as folder:
        size = ["-scale-to-x", str(WIDTH * SCALE), "-scale-to-y", str(HEIGHT * SCALE)]
        command = ["pdftoppm", "-gray", "-cropbox", *size, "-f", str(first), "-l", str(last), str(pdf), f"{folder}/p"]
        subprocess.run(command, check=False, capture_output=True)
        pictures = []
        for file in sorted(Path(folder).iterdir()):
            with Image.open(file) as picture:
                pictures.append(picture.convert("L").copy())
        return pictures


def pages(pdf: Path, seed: int, fills: int) -> Iterator[Sheet]:
    """Each page with widgets, once empty and then so many times filled in."""
    reader = PdfReader(pdf)
    for page, picture in zip(reader.pages, rendered(pdf)):
        places = widgets(page)
        if len(places) < 3 or page.get("/Rotate", 0):
            continue
        for fill in range(fills + 1):
            sheet = Sheet(random.Random(f"{seed} {pdf} {fill}"), image=picture.copy())
            for box, is_checkbox in places:
                (choose if is_checkbox else enter)(sheet, box, fill > 0)
            mark_form(sheet, [box for box, _ in places], picture)
            yield sheet


def widgets(page: object) -> list[tuple[Box, bool]]:
    """Boxes in pixels of the picture, each with whether it is a checkbox or radio button."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)  # type: ignore[attr-defined]
    across, down = WIDTH * SCALE / (right - left), HEIGHT * SCALE / (top - bottom)
    found = []
    for reference in page["/Annots"] if "/Annots" in page else ():  # type: ignore[index, operator]
        widget = reference.get_object()
        field = widget if "/FT" in widget else widget.get("/Parent", widget).get_object()
        kind, flags = field.get("/FT"), int(field.get("/Ff", 0))
        if widget.get("/Subtype") != "/Widget" or int(widget.get("/F", 0)) & _HIDDEN or kind not in ("/Tx", "/Btn", "/Ch"):
            continue
        if kind == "/Btn" and flags & _PUSH_BUTTON:
            continue
        x0, y0, x1, y1 = (float(edge) for edge in widget["/Rect"])
        box = ((min(x0, x1) - left) * across, (top - max(y0, y1)) * down, (max(x0, x1) - left) * across, (top - min(y0, y1)) * down)
        if box[2] - box[0] > 4 and box[3] - box[1] > 4:
            found.append((box, kind == "/Btn"))
    return found


def choose(sheet: Sheet, box: Box, fill: bool) -> None:
    ticked = fill and sheet.rng.random() < 0.4
    if ticked:
        tick(sheet, box)
    sheet.mark("checkbox-selected" if ticked else "checkbox-unselected", box)


def enter(sheet: Sheet, box: Box, fill: bool) -> None:
    sheet.mark("key-value-region", box)
    rng = sheet.rng
    left, top, right, bottom = box
    if not fill or rng.random() < 0.35:
        return
    if rng.random() < 0.12 and right - left > 40 * POINT:
        height = min(bottom - top, 15 * POINT)
        handwriting(sheet, left + 3 * POINT, bottom - height, rng.uniform(0.3, 0.8) * (right - left), height * 0.9)
        return
    size = min(10.0, max(5.0, (bottom - top) / POINT * 0.75))
    text = rng.choice((amount(rng), word(rng).title(), date(rng)))
    right_aligned = rng.random() < 0.5
    sheet.text(right - 2 * POINT if right_aligned else left + 2 * POINT, bottom - size * 1.25 * POINT, text, size, align="right" if right_aligned else "left")


def mark_form(sheet: Sheet, places: list[Box], blank: Image.Image) -> None:
    """From the first to the last widget, as wide as the print."""
    ink = blank.point(lambda grey: 255 if grey < 128 else 0).getbbox() or (0, 0, *blank.size)
    sheet.mark("form", (ink[0], min(box[1] for box in places), ink[2], max(box[3] for box in places)))
