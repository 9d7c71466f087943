"""Measures the program against ONNX Runtime: the same weights, the same batches of sentences, one thread, in turn.

Time is the processor's, of one thread, so that other work on the machine disturbs little; the ratio of each pair of runs
is taken, and the median with the middle half is printed. ONNX Runtime has its input ready as arrays, padded to the longest
sentence of each batch; ours starts from text in JSON and ends in JSON. The batches are the same for both: once as the
sentences come, once sorted by length, where there is next to nothing to pad.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import time

import numpy as np
import onnxruntime

import model_file
import onnx_graph
import sentences

BATCH = 32


def encode(model, lines):
    """The batches as arrays, sorted by length, with one target a sentence."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    metadata, tensors = model_file.read(model)
    vocabulary = {token: k for k, token in enumerate(tensors["vocabulary"].tobytes().decode().splitlines())}
    tokens = Tokenizer(models.WordPiece(vocabulary, unk_token=metadata["unk"], max_input_chars_per_word=100))
    tokens.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=True)
    tokens.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    batches, count = [], 0
    for start in range(0, len(lines), BATCH):
        rows = []
        for line in lines[start : start + BATCH]:
            found = tokens.encode(line["text"], add_special_tokens=False)
            target = line["targets"][0]
            inside = [k + 1 for k, (a, b) in enumerate(found.offsets) if a < target["end"] and target["start"] < b] or [0]
            rows.append(([vocabulary[metadata["cls"]], *found.ids, vocabulary[metadata["sep"]]], inside))
        length = max(len(ids) for ids, _ in rows)
        feed = {
            "ids": np.zeros((len(rows), length), np.int64), "lengths": np.array([len(ids) for ids, _ in rows], np.int32),
            "targets": np.zeros((len(rows), 1, length), np.float32),
            "sentence": np.zeros((len(rows), 1, length), np.float32),
        }
        for k, (ids, inside) in enumerate(rows):
            feed["ids"][k, : len(ids)] = ids
            feed["targets"][k, 0, inside] = 1 / len(inside)
            feed["sentence"][k, 0, 1 : len(ids) - 1] = 1 / max(1, len(ids) - 2)
        batches.append(feed)
        count += sum(len(ids) for ids, _ in rows)
    return batches, count


def ours(command, text):
    """Processor seconds of a run, and the answers."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, input=text, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, [json.loads(line) for line in done.stdout.splitlines()]


def first_result(command, line):
    """Seconds from the start of a process to its first answer, and the megabytes that it then holds."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdin.write(line)
    process.stdin.flush()
    process.stdout.readline()
    took = time.monotonic() - start
    with open(f"/proc/{process.pid}/status") as status:
        held = next(int(entry.split()[1]) for entry in status if entry.startswith("VmRSS")) / 1024
    process.stdin.close()
    process.wait()
    return took, held


def middle(values, form):
    """The median and the middle half."""
    low, center, high = statistics.quantiles(values, n=4) if len(values) > 1 else values * 3
    return f"{center:{form}} ({low:{form}} to {high:{form}})"


def compare(session, command, model, lines, runs, order):
    batches, tokens = encode(model, lines)
    padded = sum(feed["ids"].size for feed in batches)
    text = "".join(json.dumps({"id": k, **line}) + "\n" for k, line in enumerate(lines)).encode()
    few = text[: text.index(b"\n") + 1]
    ratios, rates, theirs_rates = [], [], []
    answers = expected = None
    for run in range(runs + 1):
        start = time.thread_time()
        expected = [session.run(None, feed)[0] for feed in batches]
        theirs = time.thread_time() - start
        idle, _ = ours(command, few)
        total, answers = ours(command, text)
        # The start of the process is measured for itself.
        own = total - idle
        # The first run warms up.
        if run:
            ratios.append(theirs / own)
            rates.append(len(lines) / own)
            theirs_rates.append(len(lines) / theirs)
    found = np.array([[a["stances"][0]["probabilities"][k] for k in ("against", "neutral", "favor")] for a in answers])
    same = (found.argmax(1) == np.concatenate(expected)[:, 0].argmax(1)).mean()
    print(f"  {len(lines)} sentences of {tokens / len(lines):.1f} tokens in batches of {BATCH}, {order}"
          f" (padded: {padded / len(lines):.1f} tokens)")
    print(f"    standpoint    {middle(rates, '.1f')} sentences a second of one core")
    print(f"    ONNX Runtime  {middle(theirs_rates, '.1f')}")
    print(f"    ratio         {middle(ratios, '.2f')}, of {runs} runs in turn; same label for {same:.1%}", flush=True)


def measure(standpoint, model, lines, runs, work):
    path = os.path.join(work, f"{model.name.split('-0')[0]}.onnx")
    onnx_graph.write(model, path)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    lines = [{"text": line["text"], "targets": line["targets"][:1]} for line in lines]
    command = [standpoint, "score", "--model", str(model), "--batch", str(BATCH)]
    print(model.name, flush=True)
    compare(session, command, model, lines, runs, "as they come")
    compare(session, command, model, sorted(lines, key=lambda line: len(line["text"])), runs, "sorted by length")
    line = (json.dumps({"id": 0, **lines[0]}) + "\n").encode()
    starts = [first_result(command[:-2], line) for _ in range(5)]
    print(f"  first result {statistics.median(s for s, _ in starts) * 1000:.0f} ms after the start (median of 5),"
          f" {max(m for _, m in starts):.0f} MB resident")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--standpoint", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--model", action="append")
    parser.add_argument("--data")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--count", type=int, default=320)
    options = parser.parse_args()
    lines = [line for line in sentences.read(options.data) if line["targets"]][: options.count]
    for model in sentences.models(options.model):
        measure(options.standpoint, model, lines, options.runs, options.work)


if __name__ == "__main__":
    main()
