"""Trains the detector: `train.py CHECKPOINT SET... [--minutes M] [--rate R]`; goes on from the checkpoint if there is one."""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from degrade import degraded
from labels import COARSE, FINE, HEIGHT, INDEX, Level, WIDTH
from model import Network, boxes_of
from pages import PageSet

BATCH = 4


def targets(boxes: Tensor, level: Level) -> tuple[Tensor, Tensor, Tensor]:
    """For boxes (N, 5) of one page: which label of the level is true in which cell (C, H W), and for each group of labels the box
    that the cell has to give (G, H W, 4) and whether it has to (G, H W). A cell belongs to the smallest box whose middle is near."""
    stride, labels = level.stride, level.labels
    columns, rows = WIDTH // stride, HEIGHT // stride
    positive = torch.zeros(len(labels), rows * columns)
    wanted = torch.zeros(len(level.groups), rows * columns, 4)
    has = torch.zeros(len(level.groups), rows * columns, dtype=torch.bool)
    x = (torch.arange(columns) + 0.5).repeat(rows) * stride
    y = (torch.arange(rows) + 0.5).repeat_interleave(columns) * stride
    position = {INDEX[label]: number for number, label in enumerate(labels)}
    area = (boxes[:, 3] - boxes[:, 1]) * (boxes[:, 4] - boxes[:, 2])
    for index in area.argsort(descending=True).tolist():
        label = position.get(int(boxes[index, 0]))
        if label is None:
            continue
        left, top, right, bottom = boxes[index, 1:].tolist()
        # The nearest cell always counts; of large boxes the middle third, up to two cells off.
        reach_x = max(stride / 2, min(2.0 * stride, (right - left) / 6))
        reach_y = max(stride / 2, min(2.0 * stride, (bottom - top) / 6))
        near = ((x - (left + right) / 2).abs() <= reach_x) & ((y - (top + bottom) / 2).abs() <= reach_y)
        group = level.group_of(labels[label])
        positive[[i for i, other in enumerate(labels) if level.group_of(other) == group]] *= ~near
        positive[label, near] = 1
        wanted[group, near] = boxes[index, 1:]
        has[group, near] = True
    return positive, wanted, has


def loss(outputs: tuple[Tensor, Tensor], level: Level, truths: list[Tensor], known: Tensor) -> tuple[Tensor, Tensor]:
    """Quality focal loss for the labels (Li et al. 2020: the score to learn is the overlap) and 1 - GIoU for the boxes. A true cell
    is worth half at least: boxes of few pixels overlap nothing at first, and their labels would never be learned."""
    logits, distances = outputs
    scores, boxes = logits.flatten(2), boxes_of(distances, level.stride)
    positive, wanted, has = (torch.stack(parts) for parts in zip(*(targets(truth, level) for truth in truths)))
    overlap, distance = generalised_overlap(boxes[has], wanted[has])
    quality = torch.zeros(has.shape)
    quality[has] = overlap.detach().clamp(min=0.5)
    goal = positive * quality[:, torch.tensor([level.group_of(label) for label in level.labels])]
    chance = scores.sigmoid()
    weight = (goal - chance).abs().square() * known[:, [INDEX[label] for label in level.labels], None]
    count = has.sum().clamp(min=10)
    label_loss = (functional.binary_cross_entropy_with_logits(scores, goal, reduction="none") * weight).sum() / count
    return label_loss, distance.sum() / count


def generalised_overlap(a: Tensor, b: Tensor) -> tuple[Tensor, Tensor]:
    """IoU and 1 - GIoU of boxes row by row."""
    common = (torch.minimum(a[:, 2:], b[:, 2:]) - torch.maximum(a[:, :2], b[:, :2])).clamp(min=0).prod(1)
    union = (a[:, 2:] - a[:, :2]).prod(1) + (b[:, 2:] - b[:, :2]).prod(1) - common + 1e-6
    hull = (torch.maximum(a[:, 2:], b[:, 2:]) - torch.minimum(a[:, :2], b[:, :2])).prod(1) + 1e-6
    return common / union, 1 - common / union + (hull - union) / hull


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--minutes", type=float, default=60, help="of CPU time")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    network = Network().to(memory_format=torch.channels_last)
    if options.checkpoint.exists():
        network.load_state_dict(torch.load(options.checkpoint))
    sets = [PageSet(folder) for folder in options.sets]
    shares = np.array([math.sqrt(len(pages)) for pages in sets])
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01)
    network.train()
    start, step, seen = time.process_time(), 0, torch.zeros(4)
    while (spent := (time.process_time() - start) / 60) < options.minutes:
        share = spent / options.minutes
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * share) + 0.01)
        pages, truths, known = [], [], []
        for chosen in rng.choice(len(sets), BATCH, p=shares / shares.sum()):
            page, truth = degraded(*sets[chosen].page(int(rng.integers(len(sets[chosen])))), rng)
            pages.append(page)
            truths.append(truth)
            known.append(torch.from_numpy(sets[chosen].known))
        batch = torch.stack(pages)[:, None].to(memory_format=torch.channels_last)
        classes, distances, fine_classes, fine_distances = network(batch)
        known_labels = torch.stack(known)
        losses = (
            *loss((classes, distances), COARSE, truths, known_labels),
            *loss((fine_classes, fine_distances), FINE, truths, known_labels),
        )
        optimizer.zero_grad()
        (losses[0] + 2 * losses[1] + losses[2] + losses[3]).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        seen += torch.tensor([part.item() for part in losses])
        step += 1
        if step % 50 == 0:
            labels, boxes, ticks, tick_boxes = (seen / 50).tolist()
            print(
                f"{spent:6.1f} min {step * BATCH:7d} pages  labels {labels:.3f}  boxes {boxes:.3f}"
                f"  checkboxes: labels {ticks:.3f}  boxes {tick_boxes:.3f}",
                flush=True,
            )
            seen.zero_()
        if step % 100 == 0:
            torch.save(network.state_dict(), options.checkpoint)
    torch.save(network.state_dict(), options.checkpoint)


if __name__ == "__main__":
    main()
