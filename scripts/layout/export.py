"""Writes a checkpoint as the TorchScript file that TorchScriptLayoutDetector runs, and the text file beside it:
`export.py CHECKPOINT layout.pt [--threshold T]`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from labels import HEIGHT, LABELS, WIDTH
from model import Detector, Network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threshold", type=float, default=0.3, help="regions with a lower score are not given")
    options = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(options.checkpoint, map_location="cpu"))
    detector = Detector(network, options.threshold).eval()
    page = torch.rand(1, 3, HEIGHT, WIDTH)
    frozen = torch.jit.freeze(torch.jit.script(detector))
    if not torch.allclose(detector(page), frozen(page), atol=1e-3):
        raise SystemExit("the TorchScript file gives another result than the network")
    frozen.save(str(options.out))
    lines = ["# Classes of the layout detector in the order of their index", f"input {WIDTH} x {HEIGHT}", *LABELS]
    options.out.with_suffix(".txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
