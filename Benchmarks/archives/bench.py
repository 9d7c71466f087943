"""Measures how fast, and in how much memory, `standpoint submit --dry-run` reads a large web archive.

The pages are made here, of random words from a fixed seed. Prints a table: the file, its size, the pages, the seconds, the
megabytes a second of the uncompressed archive, and the peak of the resident memory.
"""

import argparse
import gzip
import os
import pathlib
import random
import subprocess
import sys
import time

WORDS = (
    "river water court minister treaty people dam council vote budget school harbour union price report city law right"
    " year open said would their about there which after first could other under against before between during"
).split()


def pages(chance: random.Random) -> list[bytes]:
    """A few hundred bodies, from 1 to 45 KB; each is used many times, under another title."""
    made = []
    for _ in range(300):
        paragraphs = (
            "<p>" + " ".join(chance.choice(WORDS) for _ in range(chance.randint(20, 90))).capitalize() + ".</p>"
            for _ in range(chance.randint(3, 90))
        )
        made.append("\n".join(paragraphs).encode())
    return made


def record(kind: str, uri: str, content: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2031-03-05T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def write(path: pathlib.Path, size: int) -> None:
    """An archive of `size` bytes before compression, with three records a page, as Common Crawl has them."""
    chance = random.Random(1)
    bodies = pages(chance)
    part = path.with_suffix(path.suffix + ".part")
    is_compressed = path.suffix == ".gz"
    written = number = 0
    with open(part, "wb") as file:
        while written < size:
            uri = f"http://paper.example/{number}"
            title = b"Page %d" % number
            body = b"<!doctype html><html><head><meta charset=utf-8><title>%s</title></head><body><h1>%s</h1>\n%s</body></html>"
            body = body % (title, title, bodies[number % len(bodies)])
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
            for entry in (
                record("request", uri, b"GET /%d HTTP/1.1\r\nHost: paper.example\r\n\r\n" % number),
                record("response", uri, head + body),
                record("metadata", uri, b"fetchTimeMs: 12\r\n"),
            ):
                written += len(entry)
                file.write(gzip.compress(entry, 1) if is_compressed else entry)
            number += 1
    part.rename(path)


def measure(standpoint: str, path: pathlib.Path) -> tuple[int, float, float]:
    """The pages, the seconds and the peak of the resident memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen([standpoint, "submit", "--dry-run", str(path)], stdout=subprocess.PIPE)
    lines = sum(block.count(b"\n") for block in iter(lambda: process.stdout.read(1 << 16), b""))
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"standpoint failed on {path}")
    return lines, time.monotonic() - start, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--standpoint", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--bytes", type=int, default=1_000_000_000, help="before compression")
    parser.add_argument("--limit", type=float, default=200, help="exit code 1 above so many MB of memory")
    options = parser.parse_args()
    print(f"{'archive':<18}{'MB':>7}{'pages':>9}{'s':>7}{'MB/s':>7}{'peak MB':>9}")
    worst = 0.0
    for name in ("pages.warc", "pages.warc.gz"):
        path = options.work / f"{options.bytes}-{name}"
        if not path.exists():
            write(path, options.bytes)
        count, seconds, peak = measure(options.standpoint, path)
        worst = max(worst, peak)
        size = path.stat().st_size / 1e6
        print(f"{name:<18}{size:7.0f}{count:9}{seconds:7.1f}{options.bytes / 1e6 / seconds:7.0f}{peak:9.0f}", flush=True)
    sys.exit(worst > options.limit)


if __name__ == "__main__":
    main()
