"""The end of a therapy and a pause in it, in words."""

from tracker.domain.care.treatment import EndedHow, TreatmentAct
from tracker.models import Client, TreatmentEntry
from tracker.services.record.records import Record
from tracker.web.words.general import ENDED_HOW
from tracker.web.words.writing import day, plural


def ended(client: Client) -> str:
    """When and how a therapy ended: "Ended 12 May 2026: as planned"; "" while it goes on."""
    if client.ended_on is None or client.ended_how is None:
        return ""
    how = ENDED_HOW[EndedHow(client.ended_how)]
    return f"Ended {day(client.ended_on)}: {how[0].lower()}{how[1:]}"


ACT = {
    TreatmentAct.ENDED: "Ended",
    TreatmentAct.REOPENED: "Taken up again",
    TreatmentAct.PAUSED: "Paused",
    TreatmentAct.RESUMED: "Went on",
}


def entry(said: TreatmentEntry) -> str:
    """What was said of a treatment: "12 May 2026, as planned. We said goodbye"."""
    how = ENDED_HOW[EndedHow(said.how)] if said.how else ""
    until = "until " if said.act == TreatmentAct.PAUSED else ""
    when = f"{until}{day(said.on)}{f', {how[0].lower()}{how[1:]}' if how else ''}"
    return f"{when}. {said.words}" if said.words else when


def ends_with_it(record: Record) -> list[str]:
    """What is open and ends with the therapy, a line each."""
    work = record.open_work
    aims = sum(view.open and view.judgement.on is None for view in record.objectives)
    unanswered = sum(flag.ends_unanswered for flag in record.flags)
    lines = (
        (
            unanswered,
            f"{plural(unanswered, 'check-in')} not talked about: ended unanswered, for supervision to read",
        ),
        (work.repairs, f"{plural(work.repairs, 'open repair')}: ended with the therapy"),
        (aims, f"{plural(aims, 'objective')}: ended, neither met nor missed"),
        (
            len(record.course.scheduled),
            f"{plural(len(record.course.scheduled), 'scheduled session')}: taken off the plan",
        ),
    )
    return [text for count, text in lines if count]
