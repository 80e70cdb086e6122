"""Pages of real contracts with weak labels: what fonts, places and numbering say about each block of lines."""

from __future__ import annotations

import html
import random
import re
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from forms import rendered
from labels import HEIGHT, WIDTH
from sheet import SCALE, Box, Sheet, around

KNOWN: tuple[str, ...] = ("text", "title", "section-header", "list-item", "page-header", "page-footer", "signature", "form")
"""Labels that are told; of tables, checkboxes and pictures these pages say nothing."""

_RUN = re.compile(r'<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(\d+)"[^>]*>(.*?)</text>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ITEM = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s|[•·▪o]\s")
_CLAUSE = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|ARTICLE|Article|SECTION|Section|EXHIBIT|Exhibit|SCHEDULE|Schedule)\s")
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:page\s*)?(?:\d{1,3}|[ivx]{1,5})(?:\s*of\s*\d+)?[-–\s]*", re.IGNORECASE)


@dataclass
class Line:
    box: Box
    text: str
    bold: bool


def held_out(pdf: Path) -> bool:
    """One contract of three, by its name, is not trained on."""
    return zlib.crc32(pdf.stem.encode()) % 3 == 0


def pages(pdf: Path, most: int) -> Iterator[Sheet]:
    """The first page and others by chance; pages with tables or without text are left out."""
    found = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", "-nodrm", str(pdf)], check=False, capture_output=True)
    texts = found.stdout.decode("utf-8", "replace").split("<page ")[1:]
    rng = random.Random(pdf.name)
    for number in sorted({0, *rng.sample(range(len(texts)), min(most, len(texts)))}) if texts else ():
        lines = lines_of(texts[number])
        if len(lines) < 5 or side_by_side(lines) > 3:
            continue
        for picture in rendered(pdf, number + 1, number + 1):
            sheet = Sheet(rng, image=picture)
            label(sheet, lines, number == 0)
            yield sheet


def lines_of(page: str) -> list[Line]:
    """Runs of text of one height next to each other, in pixels of the picture, from the top. Tags of pdftohtml may overlap,
    so that no XML parser reads them all."""
    height, width = (float(re.search(rf'{name}="([\d.]+)"', page).group(1)) for name in ("height", "width"))  # type: ignore[union-attr]
    across, down = WIDTH * SCALE / width, HEIGHT * SCALE / height
    lines: list[Line] = []
    runs = sorted(_RUN.findall(page), key=lambda run: (int(run[0]), int(run[1])))
    for top, left, width, height, content in runs:
        text = html.unescape(_TAG.sub("", content))
        if not text.strip() or int(width) <= 0:
            continue
        x, y = int(left) * across, int(top) * down
        box = (x, y, x + int(width) * across, y + int(height) * down)
        bold = "<b>" in content
        last = lines[-1] if lines else None
        if last and abs(last.box[1] - y) < 6 and -4 < x - last.box[2] < 1.2 * (box[3] - y):
            lines[-1] = Line(around([last.box, box]), last.text + text, last.bold and bold)
        else:
            lines.append(Line(box, text.strip(), bold))
    return lines


def side_by_side(lines: list[Line]) -> int:
    return sum(abs(a.box[1] - b.box[1]) < 6 for a, b in zip(lines, lines[1:]))


def blocks_of(lines: list[Line]) -> list[list[Line]]:
    """Lines that follow each other closely in one look; a number or bullet opens a block."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks:
            last = blocks[-1][-1]
            gap = line.box[1] - last.box[3]
            height = last.box[3] - last.box[1]
            opens = _ITEM.match(line.text) or _CLAUSE.match(line.text) or line.text.startswith("/s/")
            if gap < 0.55 * height and line.bold == last.bold and not opens and abs(height - (line.box[3] - line.box[1])) < 4:
                blocks[-1].append(line)
                continue
        blocks.append([line])
    return blocks


def label(sheet: Sheet, lines: list[Line], first_page: bool) -> None:
    body_seen = False
    for block in blocks_of(lines):
        box = around([line.box for line in block])
        text = " ".join(line.text for line in block)
        words = len(text.split())
        middle = abs((box[0] + box[2]) / 2 - WIDTH * SCALE / 2) < 0.03 * WIDTH * SCALE and box[0] > 0.17 * WIDTH * SCALE
        loud = all(line.bold for line in block) or text.upper() == text and any(c.isalpha() for c in text)
        if "/s/" in text:
            sheet.mark("signature", box)
        elif box[1] > 0.915 * HEIGHT * SCALE and words <= 20 or box[1] > 0.86 * HEIGHT * SCALE and _PAGE_NUMBER.fullmatch(text):
            sheet.mark("page-footer", box)
        elif first_page and not body_seen and loud and middle and words <= 16:
            sheet.mark("title", box)
        elif box[3] < 0.075 * HEIGHT * SCALE and words <= 14:
            sheet.mark("page-header", box)
        elif words <= 12 and loud and len(block) <= 2 and (middle or _CLAUSE.match(text) or box[0] < 0.3 * WIDTH * SCALE) and any(c.isalpha() for c in text):
            sheet.mark("section-header", box)
        elif _ITEM.match(text):
            sheet.mark("list-item", box)
        else:
            sheet.mark("text", box)
        body_seen |= words > 25
