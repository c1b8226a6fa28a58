"""What a figure says of a course: which dots are joined, what is ringed, what is missing."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tracker.charts import trajectory
from tracker.charts.figure import Who
from tracker.domain.measures.measure import Rater

ANSWER = st.none() | st.integers(0, 10)
COURSE = st.lists(st.none() | st.tuples(ANSWER, ANSWER, ANSWER, ANSWER), max_size=20)
FORBIDDEN = ("alert", "warning", "failed", "poor", "non-compliant")


def panel(figure, key):
    return next(panel for panel in figure.panels if panel.key == key)


def numbers(line):
    return [[dot.number for dot in run] for run in line.runs]


def test_a_session_check_has_one_panel_for_each_question(long_course):
    figure = long_course()
    assert [panel.title for panel in figure.panels] == ["Bond", "Goals", "Tasks", "Overall"]
    assert {panel.direction for panel in figure.panels} == {"higher is better ↑"}
    assert figure.title == "Alliance by session, K-014: Session check"


def test_nothing_is_joined_over_a_missing_rating_or_another_therapist(long_course):
    bond = panel(long_course(), "bond")
    assert numbers(bond.own) == [[1, 2, 3, 4, 5], [7, 8, 9, 10], [11, 12]]
    assert [each.number for each in bond.missing] == [6]
    assert [each.number for each in panel(long_course(), "goals").missing] == [6, 11]


def test_the_therapist_lies_under_the_client(long_course):
    assert [line.who for line in panel(long_course(), "bond").lines] == [Who.THERAPIST, Who.CLIENT]
    assert [line.who for line in panel(long_course(therapist=None), "bond").lines] == [Who.CLIENT]


def test_a_flagged_score_is_ringed_with_its_change(long_course):
    figure = long_course()
    (ring,) = panel(figure, "bond").rings
    assert (ring.number, ring.value, ring.text, ring.open) == (9, 5, "−3", False)
    assert panel(figure, "goals").rings[0].open
    assert panel(figure, "tasks").rings == ()
    assert figure.flagged == (9,)


def test_the_range_is_the_measures_own(long_course, make):
    for one in long_course().panels:
        assert [text for _, text in one.ticks] == ["0", "5", "10"]
    places = make.slots(2)
    total = trajectory.figure("K-1", make.course("srs", places, {1: "38.5"}), None, [])
    assert [text for _, text in total.panels[0].ticks] == ["0", "20", "40"]
    items = trajectory.figure("K-1", make.course("alliance-items", places, {}), None, [])
    assert [text for _, text in items.panels[0].ticks] == ["1", "3", "5"]


def test_what_divides_the_course_is_said_once(long_course):
    said = [(divide.number, divide.text) for divide in long_course().divides]
    assert said == [(8, "6 weeks"), (11, "therapist changed")]


def test_a_total_is_one_line_however_it_was_entered(make):
    given = {1: ("9", "9", "9", "9"), 2: "36"}
    figure = trajectory.figure("K-1", make.course("srs", make.slots(2), given), None, [])
    assert not figure.divides
    assert [numbers(panel.own) for panel in figure.panels] == [[[1, 2]], *[[[1]]] * 4]


def test_a_summed_measure_shows_its_total_and_its_parts_only_where_given(make):
    places = make.slots(2)
    only_total = make.course("srs", places, {1: "38.5", 2: "37"})
    parts = make.course("srs", places, {1: ("9", "9", "9", "9.1")})
    assert trajectory.panel_keys(only_total, []) == ("total",)
    assert trajectory.panel_keys(parts, []) == (
        "total",
        "relationship",
        "goals",
        "approach",
        "overall",
    )
    shown = trajectory.figure("K-1", parts, None, []).panels[0].own.dots[0]
    assert (shown.value, shown.words) == (Fraction("36.1"), "36.1")


def test_an_outcome_measure_is_one_panel_with_its_own_look(make):
    ors = make.course("ors", make.slots(2), {1: ("5", "5", "5", "5.2"), 2: "24"})
    figure = trajectory.figure("K-1", ors, None, [], cutoff=Fraction(25))
    (only,) = figure.panels
    assert only.own.who is Who.OUTCOME
    assert only.cutoff is not None
    assert only.cutoff.text == "cut-off 25"
    assert figure.title.startswith("Outcome by session")


def test_a_flag_on_the_mean_gets_a_panel_and_one_on_no_known_score_stays_in_the_table(make):
    client = make.course("alliance-items", make.slots(2), {1: (5, 5, 5, 5, 5), 2: (4, 4, 4, 4, 4)})
    figure = trajectory.figure("K-1", client, None, [make.mark(2, "total", "-1")])
    assert panel(figure, "total").rings[0].text == "−1"
    unknown = trajectory.figure("K-1", client, None, [make.mark(2, "old", "-1")])
    assert unknown.table.rows[1][-2:] == ("old −1", "open")


def test_the_table_has_a_row_for_each_session_and_says_what_is_missing(long_course):
    table = long_course().table
    assert table.caption == "Ratings by session, 0 to 10, higher is better"
    assert table.columns[:4] == ("Session", "Date", "Bond client", "Bond therapist")
    assert table.columns[-2:] == ("Flag", "Addressed")
    assert len(table.rows) == 12
    assert all(len(row) == len(table.columns) and all(row[:-2]) for row in table.rows)
    assert table.rows[0][:4] == ("1", "3 March 2026", "7", "8")
    assert table.rows[0][-2:] == ("", "")
    assert set(table.rows[5][2:-2]) == {"no rating"}
    assert table.rows[8][-2:] == ("Bond −3, Goals −2", "talked about, open")


def test_the_caption_names_the_range_of_each_score_where_they_differ(make):
    parts = make.course("srs", make.slots(1), {1: ("9", "9", "9", "9.1")})
    caption = trajectory.figure("K-1", parts, None, []).table.caption
    assert caption.startswith("Ratings by session, total 0 to 40; relationship, goals and topics")


@given(course=COURSE, theirs=COURSE)
def test_every_score_is_drawn_once_and_runs_have_no_hole(make, course, theirs):
    places = make.slots(len(course))
    ours = {n: answers for n, answers in enumerate(course, 1) if answers}
    other = {n: answers for n, answers in enumerate(theirs[: len(course)], 1) if answers}
    figure = trajectory.figure(
        "K-1",
        make.course("session-check", places, ours),
        make.course("session-check", places, other, Rater.THERAPIST),
        [],
    )
    assert len(figure.table.rows) == len(course)
    assert len(figure.summary.split()) <= 40
    assert not any(word in figure.summary.lower() for word in FORBIDDEN)
    for index, one in enumerate(figure.panels):
        given_numbers = [n for n, answers in ours.items() if answers[index] is not None]
        assert [dot.number for dot in one.own.dots] == given_numbers
        missing = [each.number for each in one.missing]
        assert sorted([*missing, *given_numbers]) == list(range(1, len(course) + 1))
        for run in one.own.runs:
            assert [dot.number for dot in run] == list(
                range(run[0].number, run[0].number + len(run))
            )
