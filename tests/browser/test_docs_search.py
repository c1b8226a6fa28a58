"""The search of the docs works from a folder: no server, no request to any host, nothing in the console."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser

from tools.docs import FOLDER


def test_a_word_is_found_in_the_built_files(chromium: Browser, tmp_path: Path) -> None:
    source, target = tmp_path / "docs", tmp_path / "site"
    source.mkdir()
    shutil.copy(FOLDER / "conf.py", source)
    for name in ("_static", "_templates"):
        shutil.copytree(FOLDER / name, source / name)
    (source / "index.md").write_text("# Index\n\n```{toctree}\nclinician\nother\n```\n", "utf-8")
    (source / "clinician.md").write_text("# For clinicians\n\nThe caseload opens.\n", "utf-8")
    (source / "other.md").write_text("# Other\n\nNothing of the kind.\n", "utf-8")
    command = [sys.executable, "-m", "tools.site", str(source), str(target)]
    subprocess.run(command, cwd=FOLDER.parent, check=True, capture_output=True)

    page = chromium.new_page(color_scheme="dark", viewport={"width": 1280, "height": 800})
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((target / "index.html").as_uri())
    page.get_by_role("textbox", name="Search").fill("caseloads")
    page.get_by_role("textbox", name="Search").press("Enter")
    page.get_by_role("link", name="For clinicians").first.wait_for()
    found = page.locator("#search-results a").all_inner_texts()
    page.close()

    assert found == ["For clinicians"]
    assert asked
    assert all(url.startswith(target.as_uri()) for url in asked)
    assert not complaints
