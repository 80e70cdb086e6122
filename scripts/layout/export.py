"""Writes a checkpoint as the file that OnnxLayoutDetector runs (layout.onnx) or TorchScriptLayoutDetector (layout.pt), and the text
file beside it: `export.py CHECKPOINT layout.onnx [--threshold T] [--labels ...]`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_eval

from labels import HEIGHT, LABELS, WIDTH
from model import Detector, Network


class Packed(nn.Module):
    """A convolution whose weights are kept in 16 bits, which halves the file; it computes in 32. ONNX Runtime widens them once, when
    it loads the file."""

    def __init__(self, convolution: nn.Conv2d) -> None:
        super().__init__()
        self.register_buffer("weight", convolution.weight.detach().half())
        self.register_buffer("bias", convolution.bias.detach())  # type: ignore[union-attr]
        self.stride, self.padding, self.groups = convolution.stride[0], convolution.padding[0], convolution.groups

    def forward(self, x: Tensor) -> Tensor:
        stride, padding = [self.stride, self.stride], [self.padding, self.padding]
        return functional.conv2d(x, self.weight.float(), self.bias, stride, padding, [1, 1], self.groups)


def pack(module: nn.Module) -> None:
    """Replaces each convolution below, together with the normalisation behind it."""
    for name, child in list(module.named_children()):
        if isinstance(child, nn.Sequential) and len(child) == 2 and isinstance(child[1], nn.BatchNorm2d):
            setattr(module, name, Packed(fuse_conv_bn_eval(child[0], child[1])))
        elif isinstance(child, nn.Conv2d):
            setattr(module, name, Packed(child))
        else:
            pack(child)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threshold", type=float, default=0.3, help="regions with a lower score are not given")
    parser.add_argument("--labels", nargs="+", choices=LABELS, default=LABELS, help="the labels that are given; others are not good enough yet")
    options = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(options.checkpoint, map_location="cpu"))
    detector = Detector(network, options.threshold, options.labels).eval()
    page = torch.rand(1, 3, HEIGHT, WIDTH)
    with torch.no_grad():
        expected = detector.network(page[:, :1])
        pack(detector)
        packed = torch.jit.script(detector)
        if not all(torch.allclose(a, b, atol=0.5) for a, b in zip(expected, packed.network(page[:, :1]))):
            raise SystemExit("the file would give another result than the network")
        if options.out.suffix == ".onnx":
            # Version 14 is the first with an upper triangle. Folding constants would write the weights in 32 bits.
            torch.onnx.export(
                detector, page, str(options.out), opset_version=14, do_constant_folding=False,
                input_names=["page"], output_names=["rows"], dynamic_axes={"rows": {0: "regions"}},
            )
        else:
            packed.save(str(options.out))
    lines = ["# Classes of the layout detector in the order of their index", f"input {WIDTH} x {HEIGHT}", *LABELS]
    options.out.with_suffix(".txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
