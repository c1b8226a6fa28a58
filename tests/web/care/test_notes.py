"""The note of a session and the transfer summary: facts of the record in words, and nothing else."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from uuid import UUID

from tests.conftest import START, Browser, Cast, entry, log, marks, weeks
from tests.services.care.test_adaptations import put as adapt
from tests.services.care.test_goals import put as set_goal
from tests.services.care.test_objectives import BOND, YEAR, put
from tests.services.care.test_schedule import put as schedule
from tests.services.care.test_schedule import today
from tests.services.care.test_taking_part import talk
from tests.services.recording import check_ins, correct
from tests.web.care.test_usual_range import text_of
from tracker import clock, db
from tracker.domain.care.answers import Answer, Move, Rupture
from tracker.domain.care.objectives import EachAddressed, Endorsed, Window
from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.course.markers import StrainMarker
from tracker.domain.course.sessions import ClientQuestion, NoRating, Status
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.models import Kept
from tracker.services.care import flag_answers, sessions
from tracker.services.care.adaptations import AdaptationDetails
from tracker.services.care.flag_answers import Reply
from tracker.services.care.goals import GoalAct, GoalNote, add_to_goal
from tracker.services.care.objectives import keep_objective
from tracker.services.care.sessions import SessionDetails


def note_of(page: Browser, session_id: UUID) -> list[str]:
    """The lines of the note, as they can be copied."""
    shown = page.client.get(f"/sessions/{session_id}/note").text
    (text,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", shown, re.DOTALL)
    return unescape(text).splitlines()


def answer(cast: Cast, reply: Reply) -> None:
    (flag,) = check_ins(cast)
    with db.transaction() as writing:
        flag_answers.answer_flag(writing, cast.clinician, flag.flag.id, reply, now=clock.now())


def test_a_note_takes_no_single_answer_for_a_total(page: Browser, cast: Cast) -> None:
    held = log(cast.clinician, cast.client_id, weeks(0), 8, None, 7, 6)
    assert note_of(page, held)[:2] == [
        "Alliance, rated by the client (Session check, not validated): 3 of 4 answered: no mean.",
        "Scores, with the change since the rating before: Bond 8, Tasks 7, Overall 6.",
    ]


def test_a_note_says_what_was_recorded_in_at_most_six_lines(page: Browser, cast: Cast) -> None:
    put(cast, BOND)
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    said = {ClientQuestion.NOT_WORKING: "The diary"}
    held = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 7, said=said)
    adapt(cast, AdaptationDetails(weeks(1), AdaptationKind.PACING, "Slower"))
    moves = (Move.ASKED_DIFFERENT, Move.OWNED_PART)
    reply = Reply(Answer.TALKED, moves, Rupture.WITHDRAWAL, "Felt pushed", repair=True)
    answer(cast, reply)
    assert note_of(page, held) == [
        "Alliance, rated by the client (Session check, not validated): mean 7 of 10, down 1 since session 1.",
        "Work on it: asked what was different, owned my part; a strain is followed up (a strain: the client drew back); "
        "adapted, pace: Slower; What is not working? “The diary”.",
        "Scores, with the change since the rating before: Bond 5 (−3), Goals 8 (±0), Tasks 8 (±0), Overall 7 (−1).",
        "Flagged: Bond went from 8 to 5 since session 1 (talked about: Felt pushed).",
        "Objectives: A score reached so often, 0 of 2 sessions running (at risk).",
        "Session 2, 12 January 2026: the alliance was asked about and talked about, with the Session check, within "
        "individual therapy (in the room).",
    ]


def test_a_first_session_has_three_lines_and_claims_nothing(page: Browser, cast: Cast) -> None:
    held = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    assert note_of(page, held) == [
        "Alliance, rated by the client (Session check, not validated): mean 8 of 10 (first rating).",
        "Scores, with the change since the rating before: Bond 8, Goals 8, Tasks 8, Overall 8.",
        "Session 1, 5 January 2026: the alliance was asked about, with the Session check, within individual therapy "
        "(in the room).",
    ]


def test_a_flag_that_nobody_answered_and_a_therapists_own_rating(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    held = log(cast.clinician, cast.client_id, weeks(1), 8, 8, 8, 8)
    correct(cast, held, weeks(1), entry(marks(5, 8, 8, 8), marks(7, 7, 7, 7)))
    lines = note_of(page, held)
    assert lines[0].endswith("down 0.75 since session 1. Therapist: mean 7 of 10 (first rating).")
    assert lines[2] == "Flagged: Bond went from 8 to 5 since session 1 (not answered yet)."


def test_tension_is_told_as_each_side_noticed_it(page: Browser, cast: Cast) -> None:
    told = "client: tension, not settled; therapist: none; two views often differ"
    yes = StrainAnswer(StrainSeen.YES, StrainSettled.NOT)
    none = StrainAnswer(StrainSeen.NONE)
    rated = replace(marks(8, 8, 8, 8), held_back=2)
    seen = {"markers": (StrainMarker.QUICK_YES,)}
    quiet = noticed(cast, 0, replace(rated, strain=none), none)
    held = noticed(cast, 1, replace(rated, strain=yes), none, **seen)
    late = noticed(cast, 2, replace(rated, strain=yes), replace(none, blind=False))
    assert not any(line.startswith("Tension") for line in note_of(page, quiet))
    lines = note_of(page, held)
    assert (
        lines[1]
        == f"Tension, as each side noticed it: {told}; seen by the therapist: drew back: quick yes."
    )
    assert "held back" not in lines[1]
    after = "client: tension, not settled; therapist: none (said after the client had answered)"
    assert note_of(page, late)[1] == f"Tension, as each side noticed it: {after}."
    found = parts(page, cast)["Alliance, and what became of its strains"]
    assert found[:2] == ["3 check-ins, 0 addressed.", "Session 3: Tension, not answered yet."]
    assert found[4:] == [
        f"Session 3, tension as each side noticed it: {after}.",
        f"Session 2, tension as each side noticed it: {told}; seen by the therapist: drew back: quick yes.",
    ]
    for week in range(3, 10):
        noticed(cast, week, replace(rated, strain=yes), none)
    longer = parts(page, cast)["Alliance, and what became of its strains"]
    told_of = [line for line in longer if "tension as each side noticed it" in line]
    assert (len(told_of), told_of[-1].split(",")[0]) == (8, "Session 3")
    assert longer[-1] == "Tension was noticed before that as well, from session 2 on."


def noticed(
    cast: Cast, week: int, client: Entered, therapist: StrainAnswer, **details: object
) -> UUID:
    """A session with what each side said of tension."""
    with db.transaction() as writing:
        return sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(weeks(week), **details),
            entry(client, Entered(strain=therapist)),
            now=clock.now(),
        ).id


def test_sessions_without_a_rating_say_why(page: Browser, cast: Cast) -> None:
    asked = log(cast.clinician, cast.client_id, weeks(0), no_rating=NoRating.DECLINED)
    assert note_of(page, asked) == [
        "Alliance: client preferred not to rate.",
        "Session 1, 5 January 2026: the alliance was part of the work, within individual therapy (in the room).",
    ]
    missed = log(cast.clinician, cast.client_id, weeks(1), status=Status.MISSED)
    talk(cast, missed, weeks(2))
    assert note_of(page, missed)[:2] == [
        "Alliance: not rated, client did not come; talked about on 19 January 2026.",
        "Flagged: The client did not come; talked about on 19 January 2026 (not answered yet).",
    ]


def test_hostile_words_stay_words_in_the_note(page: Browser, cast: Cast) -> None:
    said = {ClientQuestion.STILL_USEFUL: "</textarea><script>alert(1)</script>"}
    held = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8, said=said)
    shown = page.client.get(f"/sessions/{held}/note").text
    assert "<script>alert" not in shown
    assert "alert(1)" in "\n".join(note_of(page, held))


def parts(page: Browser, cast: Cast) -> dict[str, list[str]]:
    """The summary's lines by heading, from its plain text."""
    shown = page.client.get(f"/clients/{cast.client_id}/handoff").text
    (text,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", shown, re.DOTALL)
    blocks = [block.splitlines() for block in unescape(text).split("\n\n")]
    return {lines[0]: [line.removeprefix("- ") for line in lines[1:]] for lines in blocks[1:]}


def test_an_empty_record_hands_over_that_nothing_is_recorded(page: Browser, cast: Cast) -> None:
    found = parts(page, cast)
    assert found["Course"] == [
        "Individual therapy, age 26 to 64, since 5 January 2026, with Clinician."
    ]
    assert found["Measures"] == [
        "Session check (not validated): no score yet.",
        "Well-being check (not validated): no score yet.",
    ]
    assert found["What is open"] == ["Nothing waits."]
    rest = set(found) - {"Course", "Measures", "What is open"}
    assert [found[name] for name in rest] == [["Nothing recorded."]] * 5


def test_a_handoff_tells_the_course_its_strains_and_what_is_open(page: Browser, cast: Cast) -> None:
    put(cast, EachAddressed())
    met = put(cast, Endorsed(1, 3))
    closed = put(cast, BOND, Window(START, YEAR.due - timedelta(1)))
    with db.transaction() as writing:
        keep_objective(
            writing, cast.clinician, closed, Kept.CLOSED, "enough", seen=1, now=clock.now()
        )
    goal = set_goal(cast, "Sleep", "aloud")
    dropped = set_goal(cast, "Work")
    with db.transaction() as writing:
        note = GoalNote(GoalAct.DROPPED, START, line="moved")
        add_to_goal(writing, cast.clinician, dropped, note, seen=1, now=clock.now())
    said = {ClientQuestion.STILL_USEFUL: "Mostly"}
    for week, bond in enumerate((8, 5, 8, 8)):
        more = {"progress": {goal: week}, "said": said if week == 3 else {}}
        late = 10 if week == 3 else None
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8, minutes_late=late, **more)
        if week == 1:
            answer(cast, Reply(Answer.TALKED, (Move.OWNED_PART,), repair=True))
    log(cast.clinician, cast.client_id, weeks(4), status=Status.MISSED)
    schedule(cast, today() + timedelta(days=3))
    adapt(cast)
    assert met
    found = parts(page, cast)
    assert found["Course"][1:3] == [
        "5 sessions: took place 4, client did not come 1.",
        "Late in 1 session.",
    ]
    assert found["Course"][3].startswith("Next scheduled for")
    assert found["Measures"][0] == (
        "Session check (not validated): session 1: Bond 8, Goals 8, Tasks 8, Overall 8; "
        "session 4: Bond 8, Goals 8, Tasks 8, Overall 8."
    )
    assert found["Alliance, and what became of its strains"] == [
        "1 check-in, 1 addressed.",
        "Session 2: Bond 8 → 5, addressed; came back, sessions 3 and 4.",
        "Repair of session 2, came back: fell: session 2: Bond 8 → 5; talked about: in session 2: owned my part; came "
        "back: session 4, two ratings running.",
    ]
    assert found["What helps"] == [
        "In strains that came back or were repaired: owned my part.",
        "26 January 2026, Is this still useful to you? “Mostly”",
    ]
    assert found["What is open"] == [
        "Open: 1 review.",
        "Session 5: The client did not come (not answered yet).",
    ]
    assert found["Goals"] == [
        "Sleep (endorsed by the client, progress 0 to 3 of 10).",
        "Work (dropped).",
    ]
    assert [line.split(": ")[0] for line in found["Objectives"]] == [
        "In our words On track",
        "In our words Met",
        "In our words Closed by hand",
    ]
    assert found["Adaptations"] == ["5 January 2026, pace: Shorter steps"]
    html = text_of(page.client.get(f"/clients/{cast.client_id}/handoff"))
    for lines in found.values():
        assert lines[0] in unescape(html)


def test_a_supervisor_reads_the_summary_and_not_the_note(browser: Browser, cast: Cast) -> None:
    held = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    browser.sign_in_as(cast.supervisor)
    assert browser.client.get(f"/clients/{cast.client_id}/handoff").status_code == 200
    assert browser.client.get(f"/sessions/{held}/note").status_code == 404
