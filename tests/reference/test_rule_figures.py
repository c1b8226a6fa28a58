"""The figures of rules: read strictly, and with a source."""

from fractions import Fraction

import pytest

from tracker.domain.rules.findings import FlagKind
from tracker.reference.rule_figures import FILE, parse_figures, rule_figures
from tracker.reference.tables import BadFile

TEXT = FILE.read_text(encoding="utf-8")


def test_no_improvement_is_seldom_wrongly_silent_and_often_wrongly_said() -> None:
    figures = rule_figures()[FlagKind.NO_IMPROVEMENT]
    assert (figures.sensitivity, figures.specificity) == (Fraction("0.84"), Fraction("0.32"))
    assert figures.courses == 200
    assert "Trier_Treatment_Navigator" in figures.source


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEXT.replace("[no_improvement]", "[no_progress]"), "expected kinds of flags"),
        (TEXT.replace('"0.84"', '"84"'), "no_improvement.sensitivity: expected a share"),
        (TEXT.replace('"0.32"', "0.32"), "no_improvement.specificity: expected a number in quotes"),
        (TEXT.replace("source =", "sources ="), "no_improvement.source: expected a text"),
        (TEXT + "more = 1\n", "no_improvement.more: expected"),
        (TEXT + "[", "rule_figures.toml: "),
    ],
)
def test_a_file_of_figures_is_read_strictly(text: str, message: str) -> None:
    with pytest.raises(BadFile, match=message.replace(".", r"\.")):
        parse_figures(text, FILE)
