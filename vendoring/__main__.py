"""Fetch the vendored packages with npm and write static/vendor anew: `python -m vendoring`.

Versions, files, icons and blocks are listed in static/vendor/vendored.json; this fills in the checksums.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

from vendoring.css import minified, only_blocks, only_properties

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"
LISTING = VENDOR / "vendored.json"


def unpacked(name: str, version: str, into: Path) -> Path:
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"{name}@{version}"], cwd=into, check=True, capture_output=True, text=True
    )
    target = into / re.sub(r"\W+", "-", name)
    with tarfile.open(into / packed.stdout.split()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def sprite(package: Path, icons: list[str]) -> str:
    symbols = []
    for name in icons:
        drawing = (package / "icons" / f"{name}.svg").read_text()
        shapes = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL).group(1)
        shapes = "".join(line.strip() for line in shapes.splitlines())
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def stylesheet(licence: str, css: str) -> str:
    return f"/*! {licence} */\n@layer vendor{{{minified(css)}}}\n"


def contents(entry: dict, package: Path) -> dict[str, bytes]:
    """The files of one package, by their path under static/vendor."""
    files = {target: (package / source).read_bytes() for target, source in entry["files"].items()}
    note = f"{entry['name']} {entry['version']}, {entry['licence']}, cut down to what is used"
    if "icons" in entry:
        files[entry["sprite"]] = sprite(package, entry["icons"]).encode()
    if "blocks" in entry:
        css = only_blocks((package / "dist/index.css").read_text(), entry["blocks"])
        files[entry["stylesheet"]] = stylesheet(note, css).encode()
    if "theme" in entry:
        users = "".join(
            path.read_text() for path in [*ROOT.glob("static/css/**/*.css"), *VENDOR.glob("utrecht/*.css")]
        )
        css = only_properties((package / entry["theme"]).read_text(), users)
        files[entry["stylesheet"]] = stylesheet(note, css).encode()
    return files


def main() -> None:
    packages = json.loads(LISTING.read_text())
    with tempfile.TemporaryDirectory() as scratch:
        for entry in packages:
            package = unpacked(entry["name"], entry["version"], Path(scratch))
            entry["sha256"] = {}
            for target, content in sorted(contents(entry, package).items()):
                path = VENDOR / target
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                entry["sha256"][target] = hashlib.sha256(content).hexdigest()
                print(f"{target}: {len(content)} bytes")
    LISTING.write_text(json.dumps(packages, indent=2) + "\n")


main()
