#!/usr/bin/env python3
"""Shows that the time is linear: 25 and 100 MB of one character each, and of strings that others hang on.

usage: linear.py --standpoint PROGRAM [--megabytes N]
Processor time of `standpoint segment`, reading and writing included. A line fails where the time for four times as much is
more than six times as long.
"""
import argparse
import resource
import subprocess
import sys
import tempfile

# What is said over and over. The last has the shape of the input of pySBD's issue 79: a forgotten space, then digits.
UNITS = [
    "(", ")", ".", "\"", "'", "!", "?", "“", "”", "…", "a", "A", "1", " ", "\n", "\u2028", "é", "中", "。", "-", ":", "@",
    ". ", "A. ", "\" ", "Mr. ", ". . ", "1. ", "U.S. The ", "?\" A. B. ", "bud.20277779838348438",
]


def seconds(program, unit, size):
    with tempfile.NamedTemporaryFile() as file:
        data = unit.encode()
        file.write(data * (size // len(data)))
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, "segment", file.name], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--standpoint", required=True)
    parser.add_argument("--megabytes", type=int, default=100)
    arguments = parser.parse_args()
    sizes = [arguments.megabytes * 1_000_000 // part for part in (4, 1)]
    print(f"{'text of':<26}" + "".join(f"{size / 1e6:>9.0f} MB" for size in sizes) + f"{'4 × as much':>14}")
    failed, total = 0, 0.0
    for unit in UNITS:
        times = [seconds(arguments.standpoint, unit, size) for size in sizes]
        growth = times[1] / max(times[0], 1e-3)
        total += sum(times)
        failed += growth > 6
        name = unit.encode("unicode_escape").decode() if not unit.isprintable() else unit
        print(f"{name!r:<26}" + "".join(f"{time:>10.2f} s" for time in times) + f"{growth:>12.1f} ×", flush=True)
    print(f"{len(UNITS)} texts, {total:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
