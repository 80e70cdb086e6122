"""The detector: one stage, without anchors, an output map at an eighth of the input and, for checkboxes, one at a quarter
(after FCOS, Tian et al. 2019)."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from labels import COARSE, FINE, INDEX, LABELS, Level


def convolution(inputs: int, outputs: int, size: int, stride: int = 1, groups: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs)
    )


class Block(nn.Module):
    """Depthwise 5 x 5, then two pointwise convolutions, around a shortcut."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.spread = convolution(channels, channels, 5, groups=channels)
        self.widen = convolution(channels, 2 * channels, 1)
        self.narrow = convolution(2 * channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.narrow(functional.relu(self.widen(self.spread(x))))


def stage(inputs: int, outputs: int, blocks: int) -> nn.Sequential:
    return nn.Sequential(convolution(inputs, outputs, 3, 2), nn.ReLU(), *(Block(outputs) for _ in range(blocks)))


class Network(nn.Module):
    """Grey page (B, 1, H, W), 0 black to 1 white -> for the coarse and then the fine level with their strides s: class logits
    (B, C, H/s, W/s) and, for each group of labels, distances in pixels (B, 4 G, H/s, W/s) from the middle of the cell to left,
    top, right and bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.quarter = nn.Sequential(convolution(1, 16, 3, 2), nn.ReLU(), convolution(16, 32, 3, 2), nn.ReLU())
        self.eighth = stage(32, 64, 2)
        self.sixteenth = stage(64, 128, 3)
        self.thirty_second = stage(128, 192, 3)
        self.sixty_fourth = stage(192, 192, 3)
        self.down = nn.ModuleList([convolution(192, 128, 1), nn.Identity(), convolution(128, 64, 1)])
        self.across = nn.ModuleList([convolution(192, 128, 1), convolution(128, 128, 1), nn.Identity()])
        self.merge = nn.ModuleList([Block(128), Block(128), Block(64)])
        self.head = nn.Sequential(Block(64), nn.ReLU(), Block(64), nn.ReLU())
        self.coarse = Output(64, COARSE)
        self.context = convolution(64, 32, 1)
        self.detail = nn.Sequential(convolution(32, 32, 5, groups=32), convolution(32, 48, 1), nn.ReLU())
        self.fine = Output(48, FINE)

    def forward(self, page: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        quarter = self.quarter(1 - page)
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        thirty_second = self.thirty_second(sixteenth)
        x = self.sixty_fourth(thirty_second)
        x = self.merge[0](up(self.down[0](x), thirty_second) + self.across[0](thirty_second))
        x = self.merge[1](up(self.down[1](x), sixteenth) + self.across[1](sixteenth))
        x = self.head(self.merge[2](up(self.down[2](x), eighth) + self.across[2](eighth)))
        classes, distances = self.coarse(x)
        fine_classes, fine_distances = self.fine(self.detail(functional.relu(up(self.context(x), quarter) + quarter)))
        return classes, distances, fine_classes, fine_distances


class Output(nn.Module):
    """Features of a level -> its class logits and distances in pixels."""

    def __init__(self, channels: int, level: Level) -> None:
        super().__init__()
        self.stride = level.stride
        self.classes = nn.Conv2d(channels, len(level.labels), 1)
        self.distances = nn.Conv2d(channels, 4 * len(level.groups), 1)
        nn.init.constant_(self.classes.bias, -4.6)
        nn.init.constant_(self.distances.bias, 1.0)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.classes(x), self.stride * functional.softplus(self.distances(x))


def up(x: Tensor, like: Tensor) -> Tensor:
    return functional.interpolate(x, size=like.shape[-2:], mode="nearest")


def boxes_of(distances: Tensor, stride: int) -> Tensor:
    """Distances (B, 4 G, H, W) -> boxes (B, G, H W, 4): left, top, right, bottom in pixels."""
    batch, channels, height, width = distances.shape
    y = (torch.arange(height, dtype=torch.float32) + 0.5) * stride
    x = (torch.arange(width, dtype=torch.float32) + 0.5) * stride
    middles = torch.stack([x.expand(height, width), y[:, None].expand(height, width)], -1).reshape(height * width, 2)
    d = distances.reshape(batch, channels // 4, 4, height * width).transpose(2, 3)
    return torch.cat([middles - d[..., :2], middles + d[..., 2:]], -1)


def overlaps(a: Tensor, b: Tensor) -> Tensor:
    """Intersection over union of each of (N, 4) with each of (M, 4)."""
    size = (torch.minimum(a[:, None, 2:], b[None, :, 2:]) - torch.maximum(a[:, None, :2], b[None, :, :2])).clamp(min=0)
    common = size[..., 0] * size[..., 1]
    area_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    return common / (area_a[:, None] + area_b[None, :] - common + 1e-6)


class Choice(nn.Module):
    """Class logits and distances of a level, one page -> (N, 6): left, top, right, bottom in pixels, score, class index of LABELS.
    Of boxes of one label that overlap by half, the best stays; labels that are not given are left out."""

    def __init__(self, level: Level, threshold: float, most: int, given: Sequence[str]) -> None:
        super().__init__()
        self.stride = level.stride
        self.threshold = threshold
        self.most = most
        self.register_buffer("index", torch.tensor([INDEX[label] for label in level.labels]))
        self.register_buffer("groups", torch.tensor([level.group_of(label) for label in level.labels]))
        self.register_buffer("given", torch.tensor([float(label in given) for label in level.labels]))

    def forward(self, logits: Tensor, distances: Tensor) -> Tensor:
        scores = logits.sigmoid().flatten(2)[0] * self.given[:, None]
        best, order = scores.flatten().topk(self.most)
        order = order[best > self.threshold]
        best = best[best > self.threshold]
        label = torch.div(order, scores.shape[1], rounding_mode="floor")
        boxes = boxes_of(distances, self.stride)[0][self.groups[label], order % scores.shape[1]]
        apart = boxes + (label * 10000)[:, None]
        # The row of zeros lets an empty page have a maximum.
        covered = torch.cat([overlaps(apart, apart).triu(1), torch.zeros_like(best)[None]]).amax(0)
        return torch.cat([boxes, best[:, None], self.index[label][:, None].to(boxes.dtype)], 1)[covered < 0.5]


class Detector(nn.Module):
    """What Tabellio runs: (1, 3, H, W) in red, green, blue from 0 to 1 -> the rows of both levels, see Choice."""

    def __init__(self, network: Network, threshold: float, given: Sequence[str] = LABELS) -> None:
        super().__init__()
        self.network = network
        self.coarse = Choice(COARSE, threshold, 600, given)
        self.fine = Choice(FINE, threshold, 400, given)

    def forward(self, page: Tensor) -> Tensor:
        grey = 0.299 * page[:, :1] + 0.587 * page[:, 1:2] + 0.114 * page[:, 2:]
        classes, distances, fine_classes, fine_distances = self.network(grey)
        return torch.cat([self.coarse(classes, distances), self.fine(fine_classes, fine_distances)])
