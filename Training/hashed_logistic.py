"""A logistic regression on hashed features (Weinberger et al., ICML 2009), and its weights as a Swift table of one byte each.

Fitted by full-batch gradient descent with Adagrad steps and an L2 penalty: no chance is involved, and the same data give the same
weights. Needs numpy.
"""
import numpy as np

ZERO, STEP = 80, 0.125  # `zero` and `step` of the models in Swift
LOWEST, HIGHEST = 40, 120  # The bytes that a weight may be.
BACKSLASH = 92  # Would need an escape in the table; its neighbour stands for it.


def fit(matrix, priors, labels, space, penalty, rounds):
    """Weights [space + 1] for rows of feature indices; the index `space` fills short rows, and its weight stays 0."""
    weights, squares = np.zeros(space + 1), np.full(space + 1, 1e-8)
    flat = matrix.ravel()
    for _ in range(rounds):
        scores = priors + weights[matrix].sum(axis=1)
        errors = 1 / (1 + np.exp(-scores)) - labels
        gradient = np.bincount(flat, np.repeat(errors, matrix.shape[1]), space + 1) + penalty * weights
        gradient[space] = 0
        squares += gradient ** 2
        weights -= 0.3 * gradient / np.sqrt(squares)
    return weights


def quantized(weights):
    codes = np.clip(np.rint(weights[:-1] / STEP) + ZERO, LOWEST, HIGHEST).astype(np.uint8)
    codes[codes == BACKSLASH] = BACKSLASH - 1
    return codes


def scores(matrix, codes):
    """What rows of features weigh, in log-odds."""
    return np.append((codes.astype(float) - ZERO) * STEP, 0)[matrix].sum(axis=1)


def write(path, head, opening, codes):
    """A Swift file: `head`, the lines that open the table and its extension, the weights."""
    text = codes.tobytes().decode("ascii")
    lines = [text[start:start + 106] for start in range(0, len(text), 106)]
    with open(path, "w", encoding="utf-8") as out:
        out.write(f'{head}{opening}        weights: """\n')
        out.writelines(f"            {line}\\\n" for line in lines[:-1])
        out.write(f'            {lines[-1]}\n            """\n    )\n}}\n')
