"""How Sphinx makes the site from this folder: offline, and without anything of another host. `make docs` builds it."""

from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

project = "Alliance Tracker"
language = "en"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
myst_heading_anchors = 3
myst_fence_as_directive = ["mermaid"]
highlight_language = "none"
smartquotes = False  # it makes a dash of --strict
templates_path = ["_templates"]

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/icon.svg"
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#3f5a2f",
        "color-brand-content": "#3f5a2f",
        "sidebar-item-spacing-vertical": "0.3rem",
    },
    "dark_css_variables": {"color-brand-primary": "#a9c48f", "color-brand-content": "#a9c48f"},
}
html_show_sphinx = (
    False  # the line at the foot links to Sphinx; the one on Furo goes in _templates/page.html
)
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False
html_use_index = False  # it would list names of Python, and there are none
html_show_search_summary = (
    False  # it asks for each page found, which a browser refuses where pages are files
)
html_search_scorer = str(Path(__file__).with_name("_templates") / "scorer.js")

# Pages of the root that the site shows too, and what they are called here.
SHOWN_HERE = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changes.md",
    "SECURITY.md": "security.md",
}


class States(SphinxDirective):
    """A Mermaid diagram of states as a table: forges draw it, and here no script is loaded for it."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The table, one row for each arrow."""
        rows = ["| from | to | by |", "|---|---|---|"]
        for line in self.content:
            before, arrow, after = line.partition("-->")
            if arrow:
                target, _, by = after.partition(":")
                rows.append(f"| {_state(before)} | {_state(target)} | {by.strip()} |")
        box = nodes.container()
        self.state.nested_parse(StringList(rows, self.env.docname), 0, box)
        return box.children


def _state(name: str) -> str:
    return name.strip().replace("[*]", "*(begins)*").replace("_", " ")


def _put_links_right(_app: Sphinx, path: Path, _page: str, content: list[str]) -> None:
    """Links of an included page of the root are as they must be from docs/."""
    if path.name not in SHOWN_HERE:
        return
    text = content[0].replace("](docs/", "](")
    for name, here in SHOWN_HERE.items():
        text = text.replace(f"]({name}", f"]({here}")
    content[0] = text


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx is told beside the settings above."""
    app.add_directive("mermaid", States)
    app.connect("include-read", _put_links_right)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
