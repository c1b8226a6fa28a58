"""How deep a run of the tests goes: `--depth usual` on every change, `long` now and then, `soak` for a night.

A deeper run does what a shallower one does, and more of it: Hypothesis tries more examples, series are longer, every test
of the app runs on both databases, and the tests marked `long` run at all. What the browser does in every run it does not
do again there.
"""

import pytest
from hypothesis import settings

USUAL, LONG, SOAK = range(3)
NAMES = ("usual", "long", "soak")
MORE = (1, 25, 500)  # times the examples, at each depth
EXAMPLES = 40  # where a test does not say how many
_chosen = [USUAL]


def depth() -> int:
    """How deep this run goes."""
    return _chosen[0]


def times(usual: int, long: int, soak: int) -> int:
    """How often to do something at the depth of this run."""
    return (usual, long, soak)[depth()]


def examples(usual: int) -> int:
    """How many examples Hypothesis tries where it usually tries so many."""
    return usual * MORE[depth()]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --depth."""
    words = "how deep the tests go; see tests/depth.py"
    parser.addoption("--depth", choices=NAMES, default=NAMES[USUAL], help=words)


def pytest_configure(config: pytest.Config) -> None:
    """Take the depth from the command line, before any module of tests is read."""
    _chosen[0] = NAMES.index(config.getoption("--depth"))
    # A slow machine is no defect of the rule.
    settings.register_profile("house", deadline=None, max_examples=examples(EXAMPLES))
    settings.load_profile("house")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is for longer runs, and do not count as covered what chance alone came to.

    Examples by hand have to reach every line and branch; and not being watched halves what a property costs.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")
    if depth() >= LONG:
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item.get_closest_marker("long") is None]
