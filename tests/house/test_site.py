"""The site of the docs is built without a warning, leads nowhere but to itself, and loads nothing of another host."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tools.docs import FOLDER as DOCS

ROOT = DOCS.parent
LOADS = {"src", "srcset", "poster", "data", "action", "formaction", "background", "content"}
FAULTY = """# Faulty

[a page](absent.md) · [a heading](#nowhere) · [a heading there](index.md#vanished) · ![a picture](absent.png)
"""
FAULTS = (
    "'absent.md'",
    "'nowhere'",
    "not found in doc 'index': 'vanished'",
    "absent.png",
    "missing.txt",
    "forgotten.md: WARNING: document isn't included in any toctree",
)


class Page(HTMLParser):
    """The ids, links and loaded things of a built page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in {"href", "xlink:href"} and value:
                (self.links if tag == "a" else self.loads).append(value)
            if name in LOADS and value:
                self.loads.append(value)


def built_from(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.site", str(source), str(target)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, as `make docs` builds it."""
    target = tmp_path_factory.mktemp("site")
    done = built_from(DOCS, target)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in site.rglob("*.html")}


def foreign(address: str) -> bool:
    """True for an address of another host: it names a host, or a scheme that is not a picture written out."""
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in {"", "data"}


def test_every_page_of_the_folder_is_built_and_named_by_the_index(
    site: Path, pages: dict[Path, Page]
) -> None:
    index = {unquote(urlsplit(link).path) for link in pages[site / "index.html"].links}
    for source in DOCS.rglob("*.md"):
        name = source.relative_to(DOCS).with_suffix(".html")
        assert (site / name) in pages
        assert name.name == "index.html" or name.as_posix() in index, f"{name} is not in the index"


def test_no_element_names_another_host(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        assert not [address for address in page.loads if foreign(address)], path.name
        assert not [address for address in page.links if foreign(address)], path.name


def test_every_link_of_the_site_leads_somewhere(pages: dict[Path, Page]) -> None:
    followed = 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), f"{path.name}: {link}"
            if parts.fragment and target in pages:
                assert unquote(parts.fragment) in pages[target].ids, f"{path.name}: {link}"
            followed += 1
    assert followed > 1000


def scripts_and_styles(site: Path) -> Iterator[tuple[Path, str]]:
    for path in (path for path in site.rglob("*") if path.suffix in {".js", ".css"}):
        text = path.read_text(encoding="utf-8")
        yield path, re.sub(r"/\*.*?\*/|^\s*//.*$", "", text, flags=re.DOTALL | re.MULTILINE)


def test_no_script_or_style_asks_another_host(site: Path) -> None:
    seen = 0
    for path, text in scripts_and_styles(site):
        told = text.replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|url\(['\"]?//|@import", told), path.name
        seen += 1
    assert seen > 5


def test_a_search_finds_words_of_every_part(site: Path) -> None:
    index = (site / "searchindex.js").read_text(encoding="utf-8")
    for stem in ("caseload", "sqlcipher", "nginx", "threshold", "trajectori"):
        assert re.search(rf'["{{,]{stem}"?:', index), f"{stem} is not in the index of words"


def test_every_picture_is_shown_on_a_page() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md"))
    for picture in (DOCS / "screenshots").iterdir():
        assert f"](screenshots/{picture.name})" in text, f"no page shows {picture.name}"


def test_what_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    source = tmp_path / "docs"
    source.mkdir()
    for name in ("conf.py", "_static", "_templates"):
        copied = shutil.copytree if (DOCS / name).is_dir() else shutil.copy
        copied(DOCS / name, source / name)
    (source / "index.md").write_text(
        "# Index\n\n```{toctree}\nfaulty\n```\n```{include} missing.txt\n```\n", encoding="utf-8"
    )
    (source / "faulty.md").write_text(FAULTY, encoding="utf-8")
    (source / "forgotten.md").write_text("# Forgotten\n", encoding="utf-8")
    done = built_from(source, tmp_path / "built")
    assert done.returncode != 0
    for fault in FAULTS:
        assert fault in done.stderr
