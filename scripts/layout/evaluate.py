"""Measures a detector: `evaluate.py FILE SET...` prints the average precision of each label at an overlap of a half, and the time.

FILE is a checkpoint of train.py, or a TorchScript file of export.py; of the latter only the labels that it gives are judged, and
what is below its own threshold is missed, as it is in use."""

from __future__ import annotations

import sys
import time
import zipfile
from pathlib import Path

import numpy as np
import torch

from labels import LABELS
from model import Detector, Network, overlaps
from pages import PageSet


def average_precision(scores: np.ndarray, right: np.ndarray, count: int) -> float:
    """Area under the precision envelope over recall, every point counted."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    recall = hits / max(count, 1)
    precision = np.maximum.accumulate((hits / np.arange(1, len(hits) + 1))[::-1])[::-1]
    return float(np.sum(np.diff(recall, prepend=0) * precision)) if len(hits) else 0.0


def matched(found: torch.Tensor, truth: torch.Tensor) -> list[bool]:
    """For found boxes, best first: whether each is the first to overlap a true box by a half."""
    taken: set[int] = set()
    result = []
    shared = overlaps(found, truth) if len(truth) else torch.zeros(len(found), 0)
    for row in shared:
        best = [(float(value), index) for index, value in enumerate(row) if index not in taken and value >= 0.5]
        if best:
            taken.add(max(best)[1])
        result.append(bool(best))
    return result


def loaded(file: str) -> torch.nn.Module:
    with Path(file).open("rb") as start:
        archive = start.read(2) == b"PK"
    if archive:
        with zipfile.ZipFile(file) as parts:
            if any("/code/" in name for name in parts.namelist()):
                return torch.jit.load(file).eval()
    network = Network()
    network.load_state_dict(torch.load(file, map_location="cpu"))
    return Detector(network, 0.05).eval()


def main(file: str, *folders: str) -> None:
    torch.set_num_threads(1)
    detector = loaded(file)
    shipped = isinstance(detector, torch.jit.ScriptModule)
    for folder in folders:
        pages = PageSet(Path(folder))
        found: dict[int, list[tuple[float, bool]]] = {label: [] for label in range(len(LABELS))}
        counts = np.zeros(len(LABELS), dtype=int)
        start = time.process_time()
        for index in range(len(pages)):
            image, truth = pages.page(index)
            page = torch.from_numpy(image.astype(np.float32) / 255).expand(1, 3, -1, -1)
            with torch.no_grad():
                rows = detector(page)
            boxes = torch.from_numpy(truth)
            for label in np.flatnonzero(pages.known):
                mine, true = rows[rows[:, 5] == label], boxes[boxes[:, 0] == label, 1:]
                counts[label] += len(true)
                found[label] += zip(mine[:, 4].tolist(), matched(mine[:, :4], true))
        seconds = (time.process_time() - start) / len(pages)
        print(f"{folder}: {len(pages)} pages, {1000 * seconds:.0f} ms of CPU a page")
        known = [label for label in np.flatnonzero(pages.known) if counts[label] and (found[label] or not shipped)]
        values = {label: average_precision(*(np.array(part) for part in zip(*found[label])), counts[label]) if found[label] else 0.0 for label in known}
        for label in known:
            print(f"  {LABELS[label]:20s} {counts[label]:6d} boxes  AP50 {values[label]:.3f}")
        print(f"  {'mean':20s} {'':12s}  AP50 {np.mean(list(values.values())):.3f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
