"""Writes a stance model's encoder and head as an ONNX graph for ONNX Runtime, quantised as ONNX Runtime does it.

The graph is made of ONNX Runtime's own fused operators (MultiHeadAttention, SkipLayerNormalization, Gelu), as its
optimiser would leave it, and then goes through `quantize_dynamic`: 8-bit weights, one scale a column, activations
quantised as they come. One row of input is a padded sequence; `targets` picks the target's tokens, `sentence` the
sentence's, both as weights that sum to 1.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

import model_file


class Graph:
    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def constant(self, value, name=None):
        name = name or f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator, *inputs, outputs=1, domain="", **attributes):
        self.count += 1
        names = [f"n{self.count}_{k}" for k in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, domain=domain, **attributes))
        return names[0]

    def contrib(self, operator, *inputs, outputs=1, **attributes):
        return self.add(operator, *inputs, outputs=outputs, domain="com.microsoft", **attributes)


def buckets(length):
    """The bucket of each distance of key from query, as T5 counts them (32, 128 the farthest)."""
    distance = np.arange(length)[:, None] - np.arange(length)[None, :]
    bucket = np.where(distance < 0, 16, 0)
    distance = np.abs(distance)
    far = 8 + (np.log(np.maximum(distance, 1) / 8) / np.log(128 / 8) * 8).astype(int)
    return bucket + np.where(distance < 8, distance, np.minimum(far, 15))


def write(model, path, is_quantized=True):
    metadata, tensors = model_file.read(model)
    hidden, heads, layers = (int(metadata[k]) for k in ("hidden", "heads", "layers"))
    epsilon = float(metadata["norm_epsilon"])
    g = Graph()

    def linear(x, weight, bias, gelu=False):
        product = g.add("MatMul", x, g.constant(weight.T))
        if gelu:
            return g.contrib("BiasGelu", product, g.constant(bias))
        return g.add("Add", product, g.constant(bias))

    def norm(x, residual, name):
        weight, bias = g.constant(tensors[f"{name}.weight"]), g.constant(tensors[f"{name}.bias"])
        return g.contrib("SkipLayerNormalization", x, residual, weight, bias, epsilon=epsilon)

    words = (tensors["embedding.word"].astype(np.float32) - 64) * tensors["embedding.word.scale"][:, None]
    positions = tensors["embedding.position"]
    if "embedding.type" in tensors:
        positions = positions + tensors["embedding.type"]
    word = g.add("Gather", g.constant(words), "ids")
    length = g.add("Shape", "ids", start=1, end=2)
    zero = g.constant(np.zeros(1, np.int64))
    position = g.add("Slice", g.constant(positions[:512]), zero, length, zero)
    position = g.add("Expand", position, g.add("Shape", word))
    x = norm(word, position, "embedding.norm")
    attention_bias = ""
    if "relative_bias" in tensors:
        table = tensors["relative_bias"][buckets(256)].transpose(2, 0, 1)[None]
        starts, ends = g.constant(np.zeros(2, np.int64)), g.add("Concat", length, length, axis=0)
        attention_bias = g.add("Slice", g.constant(table), starts, ends, g.constant(np.array([2, 3])))
    for layer in range(layers):
        name = f"layer.{layer}.attention"
        # One product for all three, as ONNX Runtime's attention fusion makes it.
        weight = np.concatenate([model_file.matrix(tensors, f"{name}.{p}") for p in ("query", "key", "value")])
        bias = np.concatenate([tensors[f"{name}.{p}.bias"] for p in ("query", "key", "value")])
        projected = g.add("MatMul", x, g.constant(weight.T))
        g.count += 1
        parts = [f"n{g.count}_{k}" for k in range(3)]
        g.nodes.append(helper.make_node("Split", [projected], parts, axis=-1, num_outputs=3))
        a = g.contrib("MultiHeadAttention", *parts, g.constant(bias), "lengths", attention_bias, num_heads=heads)
        a = linear(a, model_file.matrix(tensors, f"{name}.output"), tensors[f"{name}.output.bias"])
        x = norm(a, x, f"{name}.norm")
        name = f"layer.{layer}.feedforward"
        f = linear(x, model_file.matrix(tensors, f"{name}.in"), tensors[f"{name}.in.bias"], gelu=True)
        f = linear(f, model_file.matrix(tensors, f"{name}.out"), tensors[f"{name}.out.bias"])
        x = norm(f, x, f"{name}.norm")

    def rows(name):
        return g.add("MatMul", name, x)

    t, m = rows("targets"), rows("sentence")
    first = g.add("Slice", x, zero, g.constant(np.ones(1, np.int64)), g.constant(np.ones(1, np.int64)))
    parts = [t, first, m]
    if metadata["head"] == "asked":
        def head(name, y):
            return linear(y, head_matrix(tensors, name), tensors[f"head.{name}.bias"])

        a = g.contrib(
            "MultiHeadAttention", head("query", t), head("key", x), head("value", x), "", "lengths", num_heads=hidden // 64
        )
        parts = [t, a, first, m]
    y = g.add("Concat", *parts, axis=-1)
    y = linear(y, head_matrix(tensors, "dense"), tensors["head.dense.bias"], gelu=True)
    y = linear(y, tensors["head.label.weight"] / float(metadata["temperature"]),
               tensors["head.label.bias"] / float(metadata["temperature"]))
    g.nodes.append(helper.make_node("Softmax", [y], ["probabilities"], axis=-1))

    floats, integers = TensorProto.FLOAT, TensorProto.INT64
    graph = helper.make_graph(
        g.nodes, "stance",
        [
            helper.make_tensor_value_info("ids", integers, ["batch", "length"]),
            helper.make_tensor_value_info("lengths", TensorProto.INT32, ["batch"]),
            # One target a sequence, as in NewsMTSC: with several, a graph of fixed shape would have to pad these as well.
            helper.make_tensor_value_info("targets", floats, ["batch", 1, "length"]),
            helper.make_tensor_value_info("sentence", floats, ["batch", 1, "length"]),
        ],
        [helper.make_tensor_value_info("probabilities", floats, ["batch", 1, 3])],
        g.constants,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    if not is_quantized:
        onnx.save(model, path)
        return
    # Weights alone are constants on the right of a product; what pools tokens is left in floats.
    quantize_dynamic(model, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"],
                     extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT})


def head_matrix(tensors, name):
    if f"head.{name}.scale" in tensors:
        return model_file.matrix(tensors, f"head.{name}")
    return tensors[f"head.{name}.weight"]
