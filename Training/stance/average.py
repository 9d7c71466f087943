"""The mean of several runs' weights that began alike (Wortsman et al., ICML 2022); as fast as one, steadier than each."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from model import StanceModel


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, required=True, nargs="+", help="checkpoints of train.py or distil.py")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    states = [StanceModel.load(path).state_dict() for path in options.models]
    model = StanceModel.load(options.models[0])
    model.load_state_dict({name: torch.stack([state[name] for state in states]).mean(dim=0) for name in states[0]})
    model.save(options.out)


if __name__ == "__main__":
    main()
