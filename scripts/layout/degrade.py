"""What scanners and copiers do to a page, applied while training."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from labels import HEIGHT, WIDTH


def degraded(image: np.ndarray, truth: np.ndarray, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Page (H, W) of 0 to 255 and boxes (N, 5) -> page of 0 to 1 and boxes, moved with the page; a third stays clean."""
    page = torch.from_numpy(image.astype(np.float32) / 255)
    boxes = torch.from_numpy(truth.copy())
    if rng.random() < 0.6:
        page, boxes = placed(page, boxes, rng)
    if rng.random() < 0.35:
        return page, boxes
    if rng.random() < 0.4:
        page = blurred(page, rng.uniform(0.1, 0.7))
    if rng.random() < 0.3:
        page = (page < rng.uniform(0.55, 0.8)).logical_not().float()
        page = blurred(page, rng.uniform(0.1, 0.4))
    black, white = rng.uniform(0, 0.35), rng.uniform(0.8, 1)
    page = black + page * (white - black)
    if rng.random() < 0.3:
        x, y = torch.linspace(-1, 1, WIDTH), torch.linspace(-1, 1, HEIGHT)[:, None]
        page = page * (1 - rng.uniform(0, 0.25) * (rng.uniform(-1, 1) * x + rng.uniform(-1, 1) * y).clamp(min=0))
    if rng.random() < 0.6:
        noise = torch.from_numpy(rng.standard_normal((HEIGHT, WIDTH), dtype=np.float32))
        page = page + rng.uniform(0.01, 0.08) * noise
    return page.clamp(0, 1), boxes


def placed(page: Tensor, boxes: Tensor, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Turned by up to two degrees, scaled and moved; boxes keep their size, as they do for a reader of a skewed page."""
    angle = math.radians(float(np.clip(rng.normal(0, 0.6), -2, 2)))
    scale = rng.uniform(0.9, 1.08)
    move = rng.uniform(-0.03, 0.03, 2)
    cos, sin, ratio = math.cos(angle), math.sin(angle), HEIGHT / WIDTH
    back = torch.tensor([[cos, sin * ratio, move[0]], [-sin / ratio, cos, move[1]]], dtype=torch.float32) / scale
    grid = functional.affine_grid(back[None], [1, 1, HEIGHT, WIDTH], align_corners=False)
    turned = 1 - functional.grid_sample((1 - page)[None, None], grid, align_corners=False)[0, 0]
    x = (boxes[:, 1] + boxes[:, 3]) / WIDTH - 1
    y = (boxes[:, 2] + boxes[:, 4]) / HEIGHT - 1
    there = torch.linalg.inv(torch.cat([back, torch.tensor([[0.0, 0.0, 1.0]])])) @ torch.stack([x, y, torch.ones_like(x)])
    middle = (there[:2].T + 1) / 2 * torch.tensor([WIDTH, HEIGHT])
    half = scale * (boxes[:, 3:] - boxes[:, 1:3]) / 2
    corners = torch.cat([middle - half, middle + half], 1)
    size = torch.tensor([WIDTH, HEIGHT, WIDTH, HEIGHT], dtype=torch.float32)
    inside = ((middle > 4) & (middle < size[:2] - 4)).all(1)
    kept = torch.minimum(corners.clamp(min=0), size)
    return turned, torch.cat([boxes[:, :1], kept], 1)[inside]


def blurred(page: Tensor, strength: float) -> Tensor:
    soft = functional.avg_pool2d(page[None, None], 3, 1, 1, count_include_pad=False)[0, 0]
    return page * (1 - strength) + soft * strength
