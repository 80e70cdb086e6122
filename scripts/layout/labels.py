"""The classes of the detector, in the words of dev.tabellio.document.RegionLabel; the order is the class index."""

from dataclasses import dataclass

LABELS: tuple[str, ...] = (
    "caption", "footnote", "list-item", "page-footer", "page-header", "picture", "section-header", "table", "text",
    "title", "checkbox-selected", "checkbox-unselected", "form", "handwriting", "key-value-region", "signature", "stamp",
)
INDEX: dict[str, int] = {label: index for index, label in enumerate(LABELS)}

WIDTH, HEIGHT = 512, 672
"""Input in pixels: 0.84 pixels a point on a letter page, both multiples of 32."""


@dataclass(frozen=True)
class Level:
    """An output map: one cell of it stands for stride x stride pixels. Labels of one group do not lie on one another and share
    the four distances of a cell; those of two groups may."""

    stride: int
    groups: tuple[tuple[str, ...], ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for label in LABELS if any(label in group for group in self.groups))

    def group_of(self, label: str) -> int:
        return next(number for number, group in enumerate(self.groups) if label in group)


COARSE = Level(
    8,
    (
        ("form", "table", "picture"),
        ("handwriting", "signature", "stamp"),
        ("caption", "footnote", "list-item", "page-footer", "page-header", "section-header", "text", "title", "key-value-region"),
    ),
)

FINE = Level(4, (("checkbox-selected", "checkbox-unselected"),))
"""A checkbox of 8 pt is 7 pixels wide: less than a cell of the coarse map, in which it was never found."""

LEVELS: tuple[Level, ...] = (COARSE, FINE)
