"""The measures: all of them, and a page for each that says what it is and what is not known about it."""

from collections.abc import Mapping

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker import db
from tracker.domain.errors import NotPermitted
from tracker.domain.measures.measure import Kind, Measure, Wording
from tracker.domain.people.access import Permission
from tracker.domain.rules.change import in_force
from tracker.services.record.estimates import own_estimates
from tracker.web.door.guard import requires
from tracker.web.door.installed import installed
from tracker.web.words import estimates as estimate_words
from tracker.web.words import measures as measure_words

bp = Blueprint("measures", __name__)


def groups(offered: Mapping[str, Measure] | None = None) -> list[tuple[str, list[Measure]]]:
    """These measures, or all, as people look for them: the product's own, alliance scores, outcome scores."""
    measures = list((installed().measures.current if offered is None else offered).values())
    own = [m for m in measures if m.wording_by is Wording.OWN]
    rest = [m for m in measures if m.wording_by is not Wording.OWN]
    return [
        ("Written for this product", own),
        ("Alliance, scores of other forms", [m for m in rest if m.kind is Kind.ALLIANCE]),
        ("Outcome, scores of other forms", [m for m in rest if m.kind is Kind.OUTCOME]),
    ]


@bp.get("/measures")
@requires(Permission.SIGNED_IN)
def index() -> ResponseReturnValue:
    """Every measure that is defined here, in three groups."""
    return render_template(
        "care/measures/index.html", groups=groups(), own=installed().measures.own
    )


@bp.get("/measures/<key>")
@requires(Permission.SIGNED_IN)
def show(key: str) -> ResponseReturnValue:
    """One measure, as its file describes it, with what the practice adopted from its own ratings."""
    measure = installed().measures.current.get(key)
    if measure is None:
        raise NotPermitted
    with db.reading() as reading:
        own = own_estimates(reading)
    return render_template(
        "care/measures/show.html",
        measure=measure,
        change=in_force(measure, own.change(measure)),
        prior=own.prior(measure) or measure.prior,
        estimate_words=estimate_words,
        changed=key in installed().measures.own,
        say=measure_words,
    )
