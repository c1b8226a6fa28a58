"""install.py LOCK: `.venv` with exactly what the lock names, and the project in it (also on Windows).

Three calls to pip, because one cannot do it all with every hash checked: the wheels; then Flask-Principal, which comes
only as source, built with the locked setuptools (otherwise pip would fetch one unchecked); then the project itself,
since hashes cannot be required of an editable install.
"""

import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
FROM_SOURCE = ("flask-principal",)


def main(lock: Path) -> None:
    """Leave `.venv` able to run `tracker`; stop with one line when Python is too old."""
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed.")
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = ENVIRONMENT / folder / ("python.exe" if sys.platform == "win32" else "python")
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8"))
    sources = [entry for entry in entries if entry.startswith(FROM_SOURCE)]
    wheels = [entry for entry in entries if entry not in sources]
    pip = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
    ]
    hashed = [*pip, "--require-hashes"]
    with tempfile.TemporaryDirectory() as scratch:
        for name, part in (("wheels", wheels), ("sources", sources)):
            Path(scratch, name).write_text("\n".join(part), encoding="utf-8")
        subprocess.run([*hashed, "--only-binary", ":all:", "-r", f"{scratch}/wheels"], check=True)
        subprocess.run([*hashed, "--no-build-isolation", "-r", f"{scratch}/sources"], check=True)
    subprocess.run([*pip, "--no-build-isolation", "-e", str(ROOT)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
