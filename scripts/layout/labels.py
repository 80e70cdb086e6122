"""The classes of the detector, in the words of dev.tabellio.document.RegionLabel; the order is the class index."""

LABELS: tuple[str, ...] = (
    "caption", "footnote", "list-item", "page-footer", "page-header", "picture", "section-header", "table", "text",
    "title", "checkbox-selected", "checkbox-unselected", "form", "handwriting", "key-value-region", "signature", "stamp",
)
INDEX: dict[str, int] = {label: index for index, label in enumerate(LABELS)}

WIDTH, HEIGHT = 512, 672
"""Input in pixels: 0.84 pixels a point on a letter page, both multiples of 32."""

STRIDE = 8
"""One cell of the output stands for so many pixels; a checkbox of 8 pt is 7 pixels wide."""

GROUPS: tuple[tuple[str, ...], ...] = (
    ("form", "table", "picture"),
    ("handwriting", "signature", "stamp", "checkbox-selected", "checkbox-unselected"),
    ("caption", "footnote", "list-item", "page-footer", "page-header", "section-header", "text", "title", "key-value-region"),
)
"""Labels of one group do not lie on one another and share the four distances of a cell; those of two groups may."""
GROUP_OF: tuple[int, ...] = tuple(next(i for i, group in enumerate(GROUPS) if label in group) for label in LABELS)
