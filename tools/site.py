"""Builds docs/ into a site, offline, with every warning an error: `make docs`."""

import sys
from pathlib import Path

from sphinx.cmd.build import build_main

DOCS = Path(__file__).resolve().parents[1] / "docs"
BUILT = DOCS.parent / "build" / "docs"


def build(source: Path, target: Path) -> int:
    """0 when every page was built and every link leads somewhere."""
    options = ["--builder", "html", "--fresh-env", "--fail-on-warning", "--quiet"]
    return build_main([*options, str(source), str(target)])


def main(source: Path = DOCS, target: Path = BUILT) -> int:
    """Build, and say where the result is."""
    code = build(source, target)
    if code == 0:
        sys.stdout.write(f"{target / 'index.html'}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in sys.argv[1:])))
