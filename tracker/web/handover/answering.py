"""The client's pages: from a code to "Thank you". They know nothing of staff, and no address says whose they are."""

from collections.abc import Iterable

from flask import Blueprint, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker import clock, db
from tracker.domain.course import handover as rules
from tracker.domain.course.devices import device_class
from tracker.domain.course.handover import QuestionPage
from tracker.domain.errors import Incomplete
from tracker.services.handover import answering, handovers
from tracker.services.handover.answering import Held
from tracker.services.record import own_ratings
from tracker.web.door.guard import for_client, public, signed_in

bp = Blueprint("handed_over", __name__, url_prefix="/c")


def _held() -> Held:
    held: Held = g.held
    return held


def nothing_here() -> ResponseReturnValue:
    """One and the same answer to whatever opens nothing: dead, used, foreign, guessed, or none at all."""
    return render_template("handover/client/enter.html", wrong=True), 404


@bp.get("")
@public
def show() -> ResponseReturnValue:
    """Where the client stands: at the code, the welcome, a question, the check of the answers, or the end."""
    if g.held is None:
        g.user = signed_in()
        return render_template("handover/client/enter.html", wrong=False)
    held = _held()
    if not held.running:
        return _over(held)
    if not held.row.begun:
        return render_template("handover/client/welcome.html", held=held, languages=rules.LANGUAGES)
    return redirect(_next(held), 303)


def _over(held: Held) -> str:
    with db.reading() as reading:
        following = answering.next_of(reading, held.row)
        look = own_ratings.may_look(reading, held.row)
    return render_template(
        "handover/client/over.html", held=held, following=following, own_ratings=look
    )


def _next(held: Held) -> str:
    """The first page with an open question, or what comes after the last."""
    for number, step in enumerate(held.steps, start=1):
        if rules.missing(step, held.row.answers):
            return url_for("handed_over.question", number=number)
    if held.row.one_by_one:
        return url_for("handed_over.check")
    return url_for("handed_over.question", number=len(held.steps))


@bp.post("/open")
@public
def open_it() -> ResponseReturnValue:
    """To the welcome, when the code or the link opens a hand-over; once."""
    if signed_in():
        return redirect(url_for("handed_over.show"), 303)
    with db.transaction() as writing:
        opened = handovers.open_by(writing, request.form.get("code", ""), now=clock.now())
    if opened is None:
        return nothing_here()
    session.clear()
    session["client"] = opened[1]
    session.permanent = True  # a phone may close its browser in between
    return redirect(url_for("handed_over.show"), 303)


@bp.post("/begin")
@for_client
def begin() -> ResponseReturnValue:
    """To the first question. Without a script, what the browser says of itself decides how many stand on a page."""
    kind = request.form.get("device_class", "")
    if kind not in ("phone", "tablet", "desktop"):
        kind = device_class(request.user_agent.string)
    narrow = request.form.get("narrow", "") or str(int(kind == "phone"))
    with db.transaction() as writing:
        answering.begin(
            writing,
            _held().id,
            device_class=kind,
            one_by_one=narrow == "1",
            now=clock.now(),
        )
    return redirect(url_for("handed_over.show"), 303)


@bp.post("/pages")
@for_client
def pages() -> ResponseReturnValue:
    """The same page in another language, or with larger text."""
    larger = request.form.get("larger")
    with db.transaction() as writing:
        answering.read_as(
            writing,
            _held().id,
            language=request.form.get("language"),
            larger=None if larger is None else larger == "1",
            now=clock.now(),
        )
    return redirect(url_for("handed_over.show"), 303)


def _step(number: int) -> QuestionPage | None:
    steps = _held().steps
    return steps[number - 1] if _held().running and 1 <= number <= len(steps) else None


def _question(number: int, step: QuestionPage, problems: dict[str, str] | None = None) -> str:
    return render_template(
        "handover/client/question.html",
        held=_held(),
        step=step,
        number=number,
        last=number == len(_held().steps),
        given=_held().row.answers.get(step.measure.key, {}),
        problems=problems or {},
    )


@bp.get("/questions/<int:number>")
@for_client
def question(number: int) -> ResponseReturnValue:
    """One page of questions, nothing chosen but what was chosen before."""
    step = _step(number)
    if step is None or not _held().row.begun:
        return redirect(url_for("handed_over.show"), 303)
    return _question(number, step)


def _keep(
    writing: Session, step: QuestionPage, *, left_open: Iterable[str] = (), leaving: bool = False
) -> None:
    """Keep what is chosen on a page. `left_open`: the questions that were asked about before, in vain."""
    open_ones = {item.key for item in rules.missing(step, _held().row.answers)}
    answers = {name: rules.NO_ANSWER for name in left_open if name in open_ones}
    names = [item.key for item in step.items]
    names += rules.unscored_names(step.measure) if step.question else []
    answers |= {name: request.form[name] for name in names if name in request.form}
    answering.keep(
        writing,
        _held().id,
        step.measure.key,
        answers,
        leaving=leaving,
        layout=request.form.get("layout", ""),
        now=clock.now(),
    )


@bp.post("/questions/<int:number>")
@for_client
def answer(number: int) -> ResponseReturnValue:
    """To the next page, or back; the answers are kept either way. The last page of a tablet sends them. What is open is
    asked about once; left open again, it stays without an answer."""
    step = _step(number)
    if step is None:
        return redirect(url_for("handed_over.show"), 303)
    back = request.form.get("go") == "back"
    with db.transaction() as writing:
        _keep(writing, step, left_open=() if back else request.form.get("asked", "").split())
        g.held = answering.held_by(writing, session["client"], now=clock.now())
    if back:
        return redirect(url_for("handed_over.question", number=max(1, number - 1)), 303)
    problems = {item.key: _not_yet() for item in rules.missing(step, _held().row.answers)}
    if problems:
        return _question(number, step, problems), 422
    if _held().row.one_by_one:
        return redirect(_next(_held()), 303)
    if number < len(_held().steps):
        return redirect(url_for("handed_over.question", number=number + 1), 303)
    return _send()


def _not_yet() -> str:
    return str(_("Select an answer, or leave it open and go on"))


@bp.get("/check")
@for_client
def check() -> ResponseReturnValue:
    """All answers on one page, each with a way to change it, and the unscored last questions."""
    held = _held()
    if not held.running or not held.row.one_by_one:
        return redirect(url_for("handed_over.show"), 303)
    return render_template("handover/client/check.html", held=held, answers=held.row.answers)


@bp.post("/send")
@for_client
def send() -> ResponseReturnValue:
    """Thank you; or the first question that is open."""
    held = _held()
    with db.transaction() as writing:
        for measure in held.measures:
            sent = {
                name: request.form.get(f"{name}.{measure.key}")
                for name in rules.unscored_names(measure)
            }
            answers = {name: said for name, said in sent.items() if said is not None}
            if answers:
                answering.keep(writing, held.id, measure.key, answers, now=clock.now())
    return _send()


def _send() -> ResponseReturnValue:
    try:
        with db.transaction() as writing:
            answering.send(writing, _held().id, now=clock.now())
    except Incomplete:
        with db.reading() as reading:
            g.held = answering.held_by(reading, session["client"], now=clock.now())
        return redirect(_next(_held()), 303)
    return redirect(url_for("handed_over.show"), 303)


@bp.post("/decline")
@for_client
def decline() -> ResponseReturnValue:
    """That is fine."""
    with db.transaction() as writing:
        answering.decline(writing, _held().id, now=clock.now())
    return redirect(url_for("handed_over.show"), 303)


@bp.get("/pause")
@for_client
def pause() -> ResponseReturnValue:
    """The privacy screen: nothing to be read on it but that the answers are kept."""
    if not _held().running:
        return redirect(url_for("handed_over.show"), 303)
    return render_template("handover/client/pause.html", held=_held())


@bp.post("/keep")
@for_client
def keep() -> ResponseReturnValue:
    """Nothing: what is chosen on a page so far is kept, while the client still reads."""
    text = request.form.get("number", "")
    step = _step(int(text)) if text.isdecimal() and len(text) < 4 else None
    if step is not None:
        with db.transaction() as writing:
            _keep(writing, step, leaving=request.form.get("leaving") == "1")
    return "", 204


@bp.post("/next")
@for_client
def next_person() -> ResponseReturnValue:
    """The welcome of whoever rates next on the same tablet."""
    with db.transaction() as writing:
        given = answering.pass_on(writing, _held().row, now=clock.now())
    if given is not None:
        session.clear()
        session["client"] = given
    return redirect(url_for("handed_over.show"), 303)


@bp.post("/finish")
@for_client
def finish() -> ResponseReturnValue:
    """On a phone: nothing of it is left in the browser."""
    if not _held().running and not _held().on_tablet:
        session.clear()
    return redirect(url_for("handed_over.show"), 303)
