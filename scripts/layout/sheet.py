"""A page that is being drawn, with the truth about it, and the words that are drawn on it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from labels import HEIGHT, INDEX, WIDTH

SCALE = 2
"""Pages are drawn at twice the size and averaged, as a detector gets to see rendered pages."""

POINT = SCALE * WIDTH / 612
"""Pixels of the drawing a point."""

Box = tuple[float, float, float, float]

FONT_FILES: tuple[Path, ...] = tuple(
    path
    for folder in ("/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/dejavu")
    for path in sorted(Path(folder).glob("*.ttf"))
    if "Italic" not in path.name and "Oblique" not in path.name
)
SYLLABLES = (
    "ter ment tion con pro de ing re com ex per in ty al ble an tor ry sub ance ent or fi cal mer ga si lo vi na tu po ra mi se le co ta ne di la"
).split()
SHORT = "the of and to in a or by for any such is this be shall with as on that not may its all no an each at if from".split()


@lru_cache(maxsize=512)
def font(family: int, bold: bool, size: float) -> ImageFont.FreeTypeFont:
    """A font of about the family's number; regular and bold faces belong together by their name."""
    files = [path for path in FONT_FILES if ("Bold" in path.name) == bold]
    return ImageFont.truetype(str(files[family % len(files)]), max(8, round(size * POINT)))


def word(rng: random.Random) -> str:
    if rng.random() < 0.42:
        return rng.choice(SHORT)
    made = "".join(rng.choices(SYLLABLES, k=rng.randint(1, 4)))
    return made.capitalize() if rng.random() < 0.12 else made


def words(rng: random.Random, count: int) -> str:
    return " ".join(word(rng) for _ in range(count))


def amount(rng: random.Random) -> str:
    value = 10 ** rng.uniform(0, 6.5)
    text = f"{value:,.{rng.choice((0, 0, 2))}f}"
    return rng.choice(("", "", "", "$", "$ ")) + (f"({text})" if rng.random() < 0.08 else text)


def date(rng: random.Random) -> str:
    return rng.choice((f"{rng.randint(1, 12):02}/{rng.randint(1, 28):02}/20{rng.randint(10, 29)}", f"May {rng.randint(1, 28)}, 2024"))


@dataclass
class Sheet:
    """Drawing in pixels of the doubled page; the truth is kept in the same pixels."""

    rng: random.Random
    image: Image.Image = field(default_factory=lambda: Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE), 255))
    truth: list[tuple[int, Box]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draw = ImageDraw.Draw(self.image)
        self.family = self.rng.randrange(1000)
        self.size = self.rng.choice((7, 8, 9, 9.5, 10, 10.5, 11, 12))
        self.leading = self.rng.uniform(1.12, 1.5)
        self.ink = self.rng.choice((0, 0, 0, 20, 60))

    def mark(self, label: str, box: Box) -> Box:
        self.truth.append((INDEX[label], box))
        return box

    def text(self, x: float, y: float, text: str, size: float, bold: bool = False, align: str = "left") -> Box:
        """One line with its top at y; x is its left edge, middle or right edge. Returns the box of its ink."""
        face = font(self.family, bold, size)
        x -= {"left": 0.0, "middle": 0.5, "right": 1.0}[align] * face.getlength(text)
        self.draw.text((x, y), text, fill=self.ink, font=face)
        return self.draw.textbbox((x, y), text, font=face)

    def wrap(self, text: str, size: float, bold: bool, width: float) -> list[str]:
        face = font(self.family, bold, size)
        lines, line = [], ""
        for part in text.split():
            longer = f"{line} {part}".strip()
            if line and face.getlength(longer) > width:
                lines.append(line)
                line = part
            else:
                line = longer
        return [*lines, line]

    def block(
        self, left: float, right: float, y: float, text: str, size: float, bold: bool = False, align: str = "left", first: float = 0
    ) -> Box:
        """Lines of text from y down; the first may be indented. Returns the box of their ink."""
        boxes: list[Box] = []
        lines = self.wrap(text, size, bold, right - left)
        for number, line in enumerate(lines):
            x = {"left": left, "middle": (left + right) / 2, "right": right}[align]
            if align == "left" and number == 0:
                x += first
            boxes.append(self.text(x, y, line, size, bold, align))
            y += size * self.leading * POINT
        return around(boxes)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.7) -> None:
        self.draw.line((x0, y0, x1, y1), fill=self.ink, width=max(1, round(width * POINT)))

    def finished(self) -> tuple[np.ndarray, np.ndarray]:
        """The page as (H, W) of 0 to 255, and (N, 5): class index, left, top, right, bottom in its pixels."""
        page = np.asarray(self.image.reduce(SCALE), dtype=np.uint8)
        rows = [(label, *(edge / SCALE for edge in box)) for label, box in self.truth]
        return page, np.array(rows, dtype=np.float32).reshape(-1, 5)


def around(boxes: list[Box]) -> Box:
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)
    )
