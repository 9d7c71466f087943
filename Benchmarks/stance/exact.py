"""The reference of Training/stance with every sum in the order, and with the fused roundings, of Sources/CKernels.

An encoder with activations of 8 bits is chaotic: a value that lies on the edge of two steps may fall to either side for a
difference in the seventh digit, and from there on all sums differ; two right programs then differ by a hundredth and more
in their probabilities. Only one that rounds alike everywhere can be held to be the same. So this does what the kernels do
in floats (sixteen partial sums, fused products, their polynomials for e^x and the GELU), in numpy; that these are right to
six digits is for the tests of the kernels. The matrices, the file and the head are the reference's own.
"""

import sys

import numpy as np

import sentences

sys.path.insert(0, str(sentences.ROOT / "Training" / "stance"))
import reference  # noqa: E402

F = np.float32
EXPONENTIAL = [0.00829171669, 0.0419150293, 0.166676626, 0.499989003, 0.999999642, 1.00000012]
GELU = [0.00134250603, -0.0033896477, 0.00282122591, -0.00322134909, 0.00868367217, -0.0146190403, 0.0191018451,
        -0.0249219891, 0.0320292786, -0.0396307446, 0.0492686108, -0.0665171966, 0.133392498]


def fma(a, b, c):
    """a·b + c, rounded once: the product of two floats is exact in double precision."""
    return (np.asarray(a, np.float64) * b + c).astype(F)


def lanes(values, step):
    """Sixteen partial sums along the last dimension, added up as the kernels do; the rest, fewer than 16, is returned."""
    whole = values.shape[-1] // 16 * 16
    sums = np.zeros(values.shape[:-1] + (16,), F)
    for start in range(0, whole, 16):
        sums = step(sums, values[..., start : start + 16])
    for half in (8, 4, 2, 1):
        sums = sums[..., :half] + sums[..., half:]
    return sums[..., 0], values[..., whole:]


def exponential(x):
    x = np.maximum(x, F(-87))
    shifted = fma(x, F(1.44269504), F(12582912))
    n = shifted - F(12582912)
    r = fma(n, F(2.12194440e-4), fma(-n, F(0.693359375), x))
    p = np.full_like(x, F(EXPONENTIAL[0]))
    for factor in EXPONENTIAL[1:]:
        p = fma(p, r, F(factor))
    return np.ldexp(p, n.astype(np.int32))


def softmax(x):
    powers = exponential(x - x.max(axis=-1, keepdims=True))
    # A row is padded with what comes to nothing.
    padding = [(0, 0)] * (x.ndim - 1) + [(0, -x.shape[-1] % 16)]
    total, _ = lanes(np.pad(powers, padding), np.add)
    return powers * (F(1) / total)[..., None]


def gelu(x):
    c = np.clip(x, F(-5.3), F(5.3))
    u = fma(c * c, F(2) / F(28.09), F(-1))
    p = np.full_like(x, F(GELU[0]))
    for factor in GELU[1:]:
        p = fma(p, u, F(factor))
    return x * fma(c, p, F(0.5))


class Matrix(reference.Matrix):
    def __call__(self, x):
        largest = np.abs(x).max(axis=1, keepdims=True)
        step = np.where(largest > 0, largest / F(127), F(1))
        levels = np.rint(x.astype(np.float64) * (F(1) / step))
        whole = levels @ self.weight.astype(np.float64)
        return fma(whole.astype(F), self.scale * step, self.bias)


class Reference(reference.Reference):
    def __init__(self, paths):
        super().__init__(paths)
        self.layers = [{k: Matrix(m.weight, m.scale, m.bias) for k, m in layer.items()} for layer in self.layers]

    def norm(self, x, name):
        weight, bias = self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"]
        mean = (lanes(x, np.add)[0] / F(x.shape[1]))[:, None]
        square, _ = lanes(x - mean, lambda sums, d: fma(d, d, sums))
        factor = F(1) / np.sqrt(square / F(x.shape[1]) + self.epsilon)
        return fma((x - mean) * factor[:, None], weight, bias)

    def attend(self, query, key, value, heads, bias=None):
        def split(y):
            return y.reshape(len(y), heads, -1).transpose(1, 0, 2)

        query, key, value = split(query), split(key), split(value)
        dimension = query.shape[-1]
        scores = np.zeros((heads, query.shape[1], key.shape[1]), F)
        for d in range(dimension):
            scores = fma(query[:, :, d : d + 1], key[:, None, :, d], scores)
        scores = scores * (F(1) / np.sqrt(F(dimension)))
        weights = softmax(scores if bias is None else scores + bias)
        mixed = np.zeros(query.shape, F)
        for token in range(key.shape[1]):
            mixed = fma(weights[:, :, token : token + 1], value[:, token : token + 1], mixed)
        return mixed.transpose(1, 0, 2).reshape(query.shape[1], -1)

    def vectors(self, ids):
        """As the reference, with the kernels' GELU and the first sum fused."""
        tensors = self.tensors
        words = tensors["embedding.word"][ids].astype(F) - 64
        x = fma(words, tensors["embedding.word.scale"][ids][:, None], tensors["embedding.position"][: len(ids)])
        if "embedding.type" in tensors:
            x = x + tensors["embedding.type"]
        x = self.norm(x, "embedding.norm")
        bias = None
        if "relative_bias" in tensors:
            bias = tensors["relative_bias"][reference.relative_buckets(len(ids))].transpose(2, 0, 1)
        for number, layer in enumerate(self.layers):
            name = f"layer.{number}"
            query, key, value = (layer[f"attention.{part}"](x) for part in ("query", "key", "value"))
            mixed = self.attend(query, key, value, self.heads, bias)
            x = self.norm(x + layer["attention.output"](mixed), f"{name}.attention.norm")
            inner = gelu(layer["feedforward.in"](x))
            x = self.norm(x + layer["feedforward.out"](inner), f"{name}.feedforward.norm")
        return x
