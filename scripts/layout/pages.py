"""Sets of pages on disk: `pages.py made OUT FIRST COUNT`, `pages.py forms OUT FOLDER train|test`, `pages.py contracts OUT FOLDER train|test`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

import contracts
import forms
import made
from labels import INDEX, LABELS
from sheet import Sheet


class PageSet:
    """Pages (N, H, W) of 0 to 255; the truth of page i is boxes[starts[i]:starts[i + 1]], known says for which labels."""

    def __init__(self, folder: Path) -> None:
        self.images = np.load(folder / "images.npy", mmap_mode="r")
        self.boxes = np.load(folder / "boxes.npy")
        self.starts = np.load(folder / "starts.npy")
        self.known = np.load(folder / "known.npy")

    def __len__(self) -> int:
        return len(self.images)

    def page(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        return self.images[index], self.boxes[self.starts[index] : self.starts[index + 1]]


def write(folder: Path, sheets: Iterable[Sheet], known: Iterable[str]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    images, boxes = [], []
    for sheet in sheets:
        image, truth = sheet.finished()
        images.append(image)
        boxes.append(truth)
    flags = np.zeros(len(LABELS), dtype=np.float32)
    flags[[INDEX[label] for label in known]] = 1
    np.save(folder / "images.npy", np.stack(images))
    np.save(folder / "boxes.npy", np.concatenate(boxes))
    np.save(folder / "starts.npy", np.cumsum([0, *(len(truth) for truth in boxes)]))
    np.save(folder / "known.npy", flags)
    return len(images)


def pdfs(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() == ".pdf")


def form_pages(folder: Path, train: bool) -> Iterator[Sheet]:
    for pdf in pdfs(folder):
        if (pdf.stem in forms.HELD_OUT) != train:
            yield from forms.pages(pdf, 1, 4 if train else 1)


def contract_pages(folder: Path, train: bool) -> Iterator[Sheet]:
    for pdf in pdfs(folder):
        if contracts.held_out(pdf) != train:
            yield from contracts.pages(pdf, 12 if train else 4)


def main(kind: str, out: str, *rest: str) -> None:
    if kind == "made":
        first, count = map(int, rest)
        written = write(Path(out), (made.page(seed) for seed in range(first, first + count)), LABELS)
    elif kind == "forms":
        written = write(Path(out), form_pages(Path(rest[0]), rest[1] == "train"), forms.KNOWN)
    else:
        written = write(Path(out), contract_pages(Path(rest[0]), rest[1] == "train"), contracts.KNOWN)
    print(f"{out}: {written} pages")


if __name__ == "__main__":
    main(*sys.argv[1:])
