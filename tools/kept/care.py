"""The care in the kept database: ratings that are corrected, flags, repairs, goals, objectives, and what is half done."""

from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy.orm import Session

from tools.kept.telling import (
    DEPRESSION,
    LINES,
    OWN,
    QUOTES,
    SIGNS,
    UMLAUTS,
    WELLBEING,
    Telling,
    long,
    marks,
    rated,
)
from tracker.domain.care.answers import Answer, Move, Rupture
from tracker.domain.care.goals import GoalAct, GoalNote
from tracker.domain.care.objectives import EachAddressed, Window
from tracker.domain.care.repair_work import Act, Work
from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.handover import Moment
from tracker.domain.course.schedule import Became, Plan
from tracker.domain.course.sessions import (
    AgreedTask,
    ClientQuestion,
    NoRating,
    Observation,
    Setting,
    Status,
)
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.models import Client, Flag, Kept, Participant, TherapySession
from tracker.services.care import (
    adaptations,
    corrections,
    flag_answers,
    goals,
    objectives,
    reengagement,
    repairs,
    schedule,
    sessions,
    usual_range,
)
from tracker.services.care.adaptations import AdaptationDetails
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.flag_answers import Reply
from tracker.services.care.reengagement import Conversation
from tracker.services.care.sessions import SessionDetails
from tracker.services.handover import asking
from tracker.services.record import clients, participants
from tracker.services.record.ratings import RatingsEntry

FIRST = date(2024, 1, 11)  # a Thursday; the eighth session falls on 29 February
VERY_OLD = date(1974, 1, 1)


def care(told: Telling) -> None:
    """Three clients, and what is done with them."""
    _clients(told)
    _sessions(told)
    _corrections(told)
    _answers(told)
    _missed(told)
    _repair(told)
    _goals(told)
    _adaptations(told)
    _objectives(told)


def _clients(told: Telling) -> None:
    """One alone, a couple of whom one leaves, and a child of a colleague, on every measure."""
    told.at(FIRST)
    alone = clients.ClientDetails(
        AgeBand.ADULT, Format.INDIVIDUAL, VERY_OLD, Setting.OUTSIDE, (OWN, WELLBEING, DEPRESSION),
        "ÄÖŁ", QUOTES[:40],
    )  # fmt: skip
    couple = clients.ClientDetails(
        AgeBand.OLDER_ADULT, Format.COUPLE, FIRST, Setting.VIDEO, (OWN, WELLBEING), "李", SIGNS[:40]
    )
    child = clients.ClientDetails(
        AgeBand.CHILD, Format.FAMILY, FIRST, Setting.PHONE, ("srs", "ors"), "", ""
    )
    for name, by, wanted in (
        ("alone", "clinician", alone),
        ("couple", "clinician", couple),
        ("child", "colleague", child),
    ):
        told.ids[name] = told.do(clients.add_client, told.people[by], wanted).id
    clinician = told.people["clinician"]
    two = told.ids["couple"]
    told.do(participants.add_participant, clinician, two)
    told.do(participants.ask_participant, clinician, two, "C", ask=False)
    for person in told.look(_people_of, two):
        told.ids[f"person {person.letter}"] = person.id
    asked = asking.LinkMeasures({OWN: Moment.END, WELLBEING: Moment.START}, "de")
    version = told.look(_version, told.ids["alone"])
    told.do(asking.change_asked, clinician, told.ids["alone"], asked, version)


def _version(db: Session, client_id: object) -> int:
    return db.get_one(Client, client_id).version


def _people_of(db: Session, client_id: object) -> list[Participant]:
    return db.query(Participant).filter_by(client_id=client_id).all()


def _log(told: Telling, name: str, week: int, entry: RatingsEntry, **details: object) -> None:
    """Log a session of that week of the client; its id is kept under name and week."""
    day = FIRST + timedelta(weeks=week)
    who = told.people["colleague" if name == "child" else "clinician"]
    made = told.do(sessions.log_session, who, told.ids[name], SessionDetails(day, **details), entry)  # type: ignore[arg-type]  # told by name
    told.ids[f"{name} {week}"] = made.id


def _sessions(told: Telling) -> None:
    """Eight weeks with drops, tens, noughts, halves, a risk item, and a session on 29 February."""
    course = [
        rated("10", "10", "10", "10", therapist=("0", "0", "0", "0")),
        rated("9", "9", "9", "9", therapist=("8", "8", "8", "8")),
        rated("5", "9", "9", "9", therapist=("9", "9", "9", "9")),
        rated("0", "0", "0", "0"),
        RatingsEntry({}),
        _with(rated("8", "8", "8", "8"), DEPRESSION, *"222222223"),
        _with(rated("8", "8", "8", "8"), WELLBEING, "0", "10", "0", "10"),
        rated("9", "0", "10", "5", therapist=("10", "10", "10", "10")),
    ]
    for week, entry in enumerate(course):
        told.at(FIRST + timedelta(weeks=week), 18)
        if week == 4:
            _log(told, "alone", week, entry, no_rating=NoRating.DECLINED, minutes_late=180)
            continue
        _log(told, "alone", week, entry, note=long(500) if week == 7 else LINES, minutes_late=0)
        _log(told, "child", week, _totals("40" if week % 2 else "0.1"))
        for letter, mark in (("A", "9"), ("B", "3")):
            both = rated(mark, "8", "8", "8", participant=told.ids[f"person {letter}"])
            _log(told, "couple", week, both, another_that_day=letter == "B")
    _taking_part(told)


def _with(entry: RatingsEntry, key: str, *numbers: str) -> RatingsEntry:
    """The same with the client's marks on one more measure."""
    return RatingsEntry({**entry.ratings, (key, Rater.CLIENT): marks(key, *numbers)})


def _totals(typed: str) -> RatingsEntry:
    """The totals of two licensed forms, whose items are not stored."""
    total = Entered(total=Fraction(typed))
    return RatingsEntry({("srs", Rater.CLIENT): total, ("ors", Rater.CLIENT): total})


def _taking_part(told: Telling) -> None:
    """A session with everything that can be noted of it."""
    told.at(date(2024, 3, 7))
    _log(
        told,
        "alone",
        8,
        rated("7", "7", "7", "7"),
        task=AgreedTask.PARTLY,
        observed={each: each is not Observation.DISAGREED for each in Observation},
        said={ClientQuestion.STILL_USEFUL: long(200), ClientQuestion.NOT_WORKING: SIGNS},
        minutes_late=11,
        strain=True,
    )


def _corrections(told: Telling) -> None:
    """A rating that was corrected twice, so that a drop is withdrawn and comes back; a day and a note that changed."""
    clinician = told.people["clinician"]
    session_id = told.ids["alone 2"]
    for bond, reason in (("9", QUOTES), ("4", long(200))):
        version = told.look(lambda db: db.get_one(TherapySession, session_id).version)
        details = SessionDetails(FIRST + timedelta(weeks=2, days=1), note=UMLAUTS, minutes_late=5)
        entry = rated(bond, "9", "9", "9", therapist=("9", "9", "9", "9"))
        told.do(
            corrections.correct_session,
            clinician,
            session_id,
            details,
            entry,
            CorrectionReason(reason, version),
        )


def _flag(told: Telling, name: str, tier: str) -> Flag:
    """The flag of that session and tier, which is not withdrawn."""
    session_id = told.ids[name]
    flags = told.look(
        lambda db: (
            db.query(Flag).filter_by(session_id=session_id, tier=tier, withdrawn_at=None).all()
        )
    )
    return min(flags, key=lambda flag: flag.raised_at)


def _answers(told: Telling) -> None:
    """Answers, one of which is undone and given again; the risk item is acknowledged."""
    clinician = told.people["clinician"]
    fell = _flag(told, "alone 2", "check_in").id
    talked = Reply(Answer.TALKED, tuple(Move), Rupture.BOTH, long(300), FIRST + timedelta(weeks=3))
    first = told.do(flag_answers.answer_flag, clinician, fell, talked)
    told.do(flag_answers.undo_answer, clinician, fell, first.id)
    told.do(flag_answers.answer_flag, clinician, fell, Reply(Answer.SUPERVISION, note=SIGNS))
    risk = _flag(told, "alone 5", "risk").id
    told.do(flag_answers.answer_flag, clinician, risk, Reply(Answer.RISK_PLAN, note=UMLAUTS))
    again = _flag(told, "alone 3", "check_in").id
    told.do(flag_answers.answer_flag, clinician, again, Reply(Answer.EXPLAINED, repair=True))
    told.ids["flag"] = fell


def _missed(told: Telling) -> None:
    """A missed session with a conversation that was corrected; sessions ahead, one moved, one never meant."""
    clinician = told.people["clinician"]
    alone = told.ids["alone"]
    told.at(date(2024, 3, 14))
    _log(told, "alone", 9, RatingsEntry({}), status=Status.MISSED)
    missed = told.ids["alone 9"]
    day = told.now.date()
    said = told.do(
        reengagement.record_conversation, clinician, missed, Conversation(day, long(300))
    )
    corrected = Conversation(day, SIGNS, QUOTES, said.id)
    told.do(reengagement.record_conversation, clinician, missed, corrected)
    ahead = told.do(schedule.schedule, clinician, alone, Plan(date(2025, 2, 14), 3, 1))
    told.do(
        schedule.settle,
        clinician,
        ahead[0].id,
        Became.MOVED,
        moved_to=date(2025, 3, 1),
        seen=ahead[0].version,
    )
    told.do(schedule.settle, clinician, ahead[1].id, Became.MISTAKE, seen=ahead[1].version)
    wanted = usual_range.RangeStart(told.ids["alone 2"], begins=True, reason=long(200))
    told.do(usual_range.set_start, clinician, alone, OWN, wanted)
    back = usual_range.RangeStart(told.ids["alone 2"], begins=False, reason=QUOTES)
    told.do(usual_range.set_start, clinician, alone, OWN, back)


def _repair(told: Telling) -> None:
    """A repair with a step that is done and one that is let go; its opening is corrected."""
    clinician = told.people["clinician"]
    opened = told.do(
        repairs.open_repair,
        clinician,
        told.ids["couple"],
        told.ids["couple 7"],
        Work(Act.OPENED, Rupture.CONFRONTATION, note=long(300)),
        step=QUOTES,
    )
    seen = opened.version
    steps = []
    for note in (SIGNS, UMLAUTS):
        work = Work(Act.PLANNED, note=note)
        steps.append(told.do(repairs.add_entry, clinician, opened.id, work, seen=seen))
        seen += 1
    right = Work(Act.PLANNED, note="What was meant", reason=QUOTES)
    steps[0] = told.do(repairs.correct_entry, clinician, opened.id, steps[0].id, right, seen=seen)
    seen += 1
    for act, step, reason in ((Act.DONE, steps[0], ""), (Act.LET_GO, steps[1], QUOTES)):
        work = Work(act, step=step.id, reason=reason)
        told.do(repairs.add_entry, clinician, opened.id, work, seen=seen)
        seen += 1


def _goals(told: Telling) -> None:
    """A goal that is endorsed, reworded and achieved, an entry that is corrected, and progress of nought to ten."""
    clinician = told.people["clinician"]
    alone = told.ids["alone"]
    day = told.now.date()
    goal = told.do(goals.set_goal, clinician, alone, long(200), day)
    other = told.do(goals.set_goal, clinician, alone, SIGNS, day)
    seen = 1
    for note in (
        GoalNote(GoalAct.ENDORSED, day, line=QUOTES),
        GoalNote(GoalAct.REWORDED, day, wording=UMLAUTS, line=SIGNS),
    ):
        entry = told.do(goals.add_to_goal, clinician, goal.id, note, seen=seen)
        seen += 1
    right = GoalNote(GoalAct.REWORDED, day, wording=QUOTES, line=LINES, reason=UMLAUTS)
    told.do(goals.correct_goal, clinician, goal.id, entry.id, right, seen=seen)
    told.at(date(2024, 3, 21))
    progress = {goal.id: 0, other.id: 10}
    entry = rated("8", "8", "8", "8")
    _log(told, "alone", 10, entry, progress=progress)
    session_id = told.ids["alone 10"]
    version = told.look(lambda db: db.get_one(TherapySession, session_id).version)
    other_way = SessionDetails(told.now.date(), progress={goal.id: 10, other.id: None})
    why = CorrectionReason(SIGNS, version)
    told.do(corrections.correct_session, clinician, session_id, other_way, entry, why)


def _adaptations(told: Telling) -> None:
    """One that is corrected and then taken back."""
    clinician = told.people["clinician"]
    day = told.now.date()
    kind = AdaptationKind.CULTURE
    made = told.do(
        adaptations.record_adaptation,
        clinician,
        told.ids["alone"],
        AdaptationDetails(day, kind, long(300)),
    )
    corrected = AdaptationDetails(day, AdaptationKind.OTHER, SIGNS, reason=QUOTES)
    made = told.do(adaptations.correct_adaptation, clinician, made.id, corrected)
    gone = AdaptationDetails(day, AdaptationKind.OTHER, SIGNS, reason=UMLAUTS, taken_back=True)
    told.do(adaptations.correct_adaptation, clinician, made.id, gone)


def _objectives(told: Telling) -> None:
    """One that is changed, closed and opened again; one that is taken back."""
    clinician = told.people["clinician"]
    alone = told.ids["alone"]
    day = told.now.date()
    window = Window(day, day + timedelta(weeks=8))
    aim = objectives.ObjectiveWish(EachAddressed(), window, long(300))
    made = told.do(objectives.set_objective, clinician, alone, aim)
    longer = objectives.ObjectiveWish(EachAddressed(), Window(day, date(2025, 2, 28)), SIGNS)
    told.do(objectives.change_objective, clinician, made.id, longer, QUOTES, seen=1)
    for seen, kept in ((2, Kept.CLOSED), (3, Kept.OPEN)):
        told.do(objectives.keep_objective, clinician, made.id, kept, UMLAUTS, seen=seen)
    other = told.do(objectives.set_objective, clinician, alone, aim)
    told.do(objectives.keep_objective, clinician, other.id, Kept.TAKEN_BACK, QUOTES, seen=1)
