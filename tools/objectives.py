"""docs/objectives.md: the templates, how each kind of criterion is judged, and every edge case with the test that shows it."""

import inspect

from tools.tables import table
from tracker.domain.care import criteria
from tracker.domain.care.criteria import LEAST_DAYS
from tracker.domain.care.objectives import CriterionKind
from tracker.reference.objectives import Template, templates
from tracker.web.words.objectives import KIND, RISK, STATE, example

# What had to be decided, how it was, and the test that shows it. A house test looks whether each test is there.
DECIDED = (
    (
        "fewer sessions than the window",
        "at the due date the sessions there were are enough, when as many as asked for were attended",
        "test_when_it_was_met_and_fewer_sessions_than_the_window",
    ),
    (
        "a session cancelled by the clinic",
        "is none of the scheduled ones: neither for nor against the client",
        "test_three_of_the_next_four_attended",
    ),
    (
        "a session cancelled ahead",
        "is looked at from its day on",
        "test_a_session_cancelled_ahead_is_none_of_them_before_its_day",
    ),
    (
        "a missed session after the tenth",
        "comes too late to count",
        "test_three_of_the_next_four_attended",
    ),
    (
        "ratings corrected later",
        "everything is judged again from what stands then; what was met can cease to be, and the other way round",
        "test_a_correction_is_judged_as_it_stands_now",
    ),
    (
        "due date passed with no data",
        "missed, on the due date",
        "test_three_checkpoints_in_six_weeks",
    ),
    (
        "two objectives on one measure",
        "each is judged for itself",
        "test_two_objectives_on_one_measure_are_judged_each_for_itself",
    ),
    (
        "a month in which no session took place",
        "is not counted",
        "test_an_adaptation_in_every_month_with_a_session",
    ),
    (
        f"a month of which fewer than {LEAST_DAYS} days belong to the objective",
        "is not asked about, unless there is no other (design default)",
        "test_a_month_of_which_few_days_belong_to_it_is_not_asked_about",
    ),
    (
        "exactly 90 percent, exactly at the threshold",
        "is enough",
        "test_complete_at_nine_of_ten_sessions",
    ),
    (
        "an attended session without the score, in a run",
        "ends the run: nobody knows what it would have been",
        "test_a_score_twice_running_by_the_fourth_session",
    ),
    (
        "missed and cancelled sessions, in a run",
        "neither count nor interrupt",
        "test_a_score_twice_running_by_the_fourth_session",
    ),
    (
        "a session of today that is not rated yet",
        "is waited for until the day is over",
        "test_a_session_of_today_without_the_rating_is_waited_for",
    ),
    (
        "a fall that is no drop since the rating before (unusually low, a slide of two points), and tension that is not settled",
        "counts as a drop does; a wish to talk does not, as it may be about anything",
        "test_every_check_in_about_a_strain_counts_for_the_objective",
    ),
    (
        "a drop of a rating that was given after the session",
        "is left out: it could not be talked about in it",
        "test_rated_every_time_and_every_drop_addressed",
    ),
    (
        "a drop addressed in the session and recorded later",
        "counts, and its row says so",
        "test_a_drop_that_nobody_addressed_in_the_session_is_the_end_of_it",
    ),
    (
        "an endorsed goal that is dropped or reworded later",
        "was endorsed on its days: what was met by it stays met",
        "test_two_goals_endorsed_by_the_third_session",
    ),
    (
        "already so before the start",
        "is said; the sessions before the start do not count",
        "test_sessions_before_the_start_do_not_count_and_are_said",
    ),
)


def page() -> str:
    """What objectives are, the templates, the criteria, and what was decided."""
    return "\n\n".join(
        (
            "# Objectives",
            "An objective asks for something that the record can show. What it asks for is stored, version by version; where "
            "it stands is worked out whenever it is looked at, and never stored: "
            + ", ".join(text[0].lower() + text[1:] for text in STATE.values())
            + ". A clinician can close one by hand, with a reason, or take back one that was entered by mistake. They stand "
            "on the record, on its timeline and in the caseload, and never on a form where ratings are entered.",
            "## Templates",
            "On the session check, and the well-being check where an outcome is looked at; every number can be changed when "
            "one is set. *4 or more of 5* is carried over to another range linearly: three quarters of the way from the worst "
            "to the best score. Start and due date are design defaults.",
            table(
                ("objective", "asks for", "weeks", "mechanism", "source"),
                map(_template, templates().values()),
            ),
            "## Criteria",
            "The six kinds that templates and objectives of one's own are made of.",
            table(("kind", "judged", "at risk when"), map(_criterion, CriterionKind)),
            "## Decided",
            "What the words leave open, how it was decided, and the test that shows it. A brute-force oracle "
            "(`tests/domain/care/test_objective_oracle.py`) agrees with every criterion on all small histories.",
            table(
                ("case", "decided", "test"),
                ((case, how, f"`{test}`") for case, how, test in DECIDED),
            ),
        )
    )


def _template(template: Template) -> tuple[str, ...]:
    asked = example(template)
    return template.title, asked, str(template.weeks), template.mechanism, template.source


def _criterion(kind: CriterionKind) -> tuple[str, ...]:
    said = inspect.getdoc(criteria.JUDGED[kind]) or ""
    return KIND[kind], " ".join(said.split()), RISK[kind]
