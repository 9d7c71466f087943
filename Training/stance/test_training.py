"""python -m unittest discover Training/stance"""

from __future__ import annotations

import random
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

import export
from augment import more_targets, swapped
from batches import Corpus
from data import AGAINST, FAVOR, DataError, marked
from encoder import Encoder, EncoderShape, relative_buckets
from evaluate import macro_f1
from model import StanceModel
from quantize import quantized, set_rounding, straight_through
from reference import Reference
from reference import relative_buckets as reference_buckets

WORDS = "the mayor praised her council , which failed ##ing ##s".split()


def tiny(architecture: str, head: str) -> StanceModel:
    special = ["<pad>", "[UNK]", "<s>", "</s>"] if architecture == "mpnet" else ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    torch.manual_seed(3)
    vocabulary = special + WORDS
    model = StanceModel(Encoder(EncoderShape(architecture, 2, 64, 2, 128, 1e-5, len(vocabulary), 40)), head, vocabulary)
    model.encoder.compute = torch.float32
    return model.eval()


class DataTests(unittest.TestCase):
    def test_marks_become_spans_of_the_plain_text(self) -> None:
        example = marked("The {mayor=f} failed {her council=a}.")
        self.assertEqual(example.text, "The mayor failed her council.")
        self.assertEqual([(t.start, t.end, t.label) for t in example.targets], [(4, 9, FAVOR), (17, 28, AGAINST)])

    def test_broken_marks_are_an_error(self) -> None:
        for line in ("The {mayor=x} failed.", "No mark.", "The {mayor=a failed."):
            with self.assertRaises(DataError):
                marked(line)

    def test_swapped_names_move_all_targets(self) -> None:
        example = marked("{Smith=a} thanked {Jones=f} for {the bridge=n}.")
        other = swapped(example, ["Montgomery"], random.Random(1))
        self.assertEqual([other.text[t.start : t.end] for t in other.targets], ["Montgomery", "Montgomery", "the bridge"])

    def test_more_targets_overlap_nothing(self) -> None:
        more = more_targets(marked("{Smith=a} thanked Jones for the bridge."), 5, random.Random(1))
        spans = sorted((t.start, t.end) for t in more.targets)
        self.assertGreater(len(spans), 1)
        self.assertTrue(all(a[1] <= b[0] for a, b in zip(spans, spans[1:])))


class ArithmeticTests(unittest.TestCase):
    def test_bytes_are_seven_bits_and_near_the_weight(self) -> None:
        weight = torch.randn(5, 300)
        levels, scale = quantized(weight)
        self.assertTrue(1 <= int(levels.min()) and int(levels.max()) <= 127)
        restored = (levels.float() - 64) * scale[:, None]
        self.assertTrue(torch.allclose(restored, straight_through(weight), atol=1e-6))
        self.assertLessEqual(float((restored - weight).abs().max()), float(scale.max()) / 2 + 1e-6)

    def test_both_bucket_functions_agree(self) -> None:
        self.assertTrue(np.array_equal(relative_buckets(256).numpy(), reference_buckets(256)))

    def test_macro_f1_is_the_mean_over_labels(self) -> None:
        self.assertAlmostEqual(macro_f1(np.array([0, 0, 1, 2]), np.array([0, 1, 1, 2])), 100 * (2 / 3 + 2 / 3 + 1) / 3)

    def test_the_reference_agrees_with_torch_on_the_exported_file(self) -> None:
        example = marked("{the mayor=f} praised {her council=a}, which failed")
        for architecture, head, name in (("bert", "asked", "small"), ("mpnet", "pooled", "base")):
            model = tiny(architecture, head)
            set_rounding(model, True)
            with tempfile.TemporaryDirectory() as folder, torch.no_grad():
                export.write(model, name, 1.5, "test", Path(folder))
                found = Reference.read(Path(folder), name).probabilities(
                    example.text, [(t.start, t.end) for t in example.targets]
                )
                batch = next(Corpus([example], model.pieces).batches(100))
                wanted = torch.softmax(model(batch) / 1.5, dim=-1).numpy()
            self.assertLess(np.abs(found - wanted).max(), 0.01)


if __name__ == "__main__":
    unittest.main()
