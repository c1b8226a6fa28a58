"""The life cycles of flags, repairs, goals, sessions, hand-overs, suggestions and sign-ins, from the domain's tables."""

from collections.abc import Iterable
from uuid import UUID

from tools.tables import table
from tracker.domain.care.answers import LEADS_TO, UNDO_WITHIN, Stage, offered
from tracker.domain.care.goals import ENDS, GoalAct, GoalStage
from tracker.domain.care.goals import POSSIBLE as GOALS
from tracker.domain.care.repair_work import BY_CLINICIAN, BY_RATINGS, POSSIBLE, Act, RepairStage
from tracker.domain.course.handover import NEXT, HandoverStage
from tracker.domain.course.sessions import Status
from tracker.domain.library.suggestions import KEEPER, SUBMITTER, SuggestionAct
from tracker.domain.library.suggestions import NEXT as SUGGESTIONS
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.rules.risk_rules import UNCHANGED
from tracker.domain.supervision.sign_off import ReviewAct, ReviewEntry, Signed, signed
from tracker.domain.supervision.sign_off import possible as possible_reviews
from tracker.models import SignInState
from tracker.web.words import general as words
from tracker.web.words import goals as goal_words
from tracker.web.words import handover as handover_words
from tracker.web.words import library as library_words
from tracker.web.words import reviews as review_words
from tracker.web.words.flags import TIER
from tracker.web.words.repairs import ACT, STAGE


def page() -> str:
    """Through which states a flag, a repair, a goal, a session and a sign-in go."""
    kinds = {
        Tier.RISK: FlagKind.RISK_ITEM,
        Tier.CHECK_IN: FlagKind.DROP,
        Tier.REVIEW: FlagKind.SLIDE,
    }
    answers = [
        (TIER[tier], words.ANSWER[answer], words.STAGE[LEADS_TO[answer]])
        for tier, kind in kinds.items()
        for answer in offered(tier, kind, UNCHANGED)
    ]
    minutes = int(UNDO_WITHIN.total_seconds() // 60)
    return "\n\n".join(
        (
            "# Life cycles",
            "## Flag",
            "A flag is raised *open* and never deleted. A later answer is a new entry; the last one that was not undone "
            f"counts. An answer can be undone for {minutes} minutes, by an entry of its own.",
            table(("tier", "answer", "leads to"), answers),
            table(
                ("comes about by itself", "when"),
                (
                    (
                        words.STAGE[Stage.SETTLED],
                        "nobody answered, and a drop of strength 1 is back for two ratings running; or the client has rated "
                        "again after a gap; or a missed session was talked about, whatever was answered before",
                    ),
                    (
                        words.STAGE[Stage.ENDED],
                        "the therapy ended before it was answered, or come back to; never of risk, nor of what was taken to "
                        "supervision; of a check-in that was owed it says *ended unanswered*",
                    ),
                    (words.STAGE[Stage.WITHDRAWN], "a correction took the reason away"),
                    (
                        "Open again",
                        "a correction made the drop stronger than what was answered (and more than strength 1), or brought a "
                        "withdrawn reason back",
                    ),
                    (
                        "Up for review as well",
                        "a check-in of strength 2 or more is still unanswered at the next attended session",
                    ),
                ),
            ),
            "A note asks for nothing and has no answers. Neither does a drop of strength 1 wait for one: it is offered as "
            "the session is saved.",
            "What asks in one session is one thing to answer: the answer to the flag that leads it is kept with the others "
            "too, each as an entry of its own that points to the leader's, and undoing one undoes all. A risk item has its "
            "own answer, *entered wrongly* is about the leader's rating alone, and a missed session is not settled by "
            "looking at something else.",
            _drawn(_of_flags()),
            "## Sign-off of a flag",
            "What supervision says. A sign-off is given to the last finding and the answer that stood then; entries are "
            "never changed.",
            table(
                ("stands at", "possible for whoever supervises, while it is unanswered"),
                ((review_words.SIGNED[s], _reviews(s)) for s in Signed),
            ),
            _drawn(_of_sign_offs()),
            "## Repair",
            "The work on a strain. Where it stands is never typed: the ratings decide, unless the clinician says otherwise "
            "with a reason. Entries are never changed; a correction supersedes, and the old one stays readable.",
            "A repair that an answer to a check-in opened is taken back, by an entry of its own, when that answer is undone "
            "and nothing was recorded of the repair since; otherwise it stays. One that was taken back shows on its own page "
            "alone, and is opened again by another answer, or from the record.",
            table(
                ("stage", "comes about when", "possible then"),
                ((STAGE[s], COMES_ABOUT[s], _acts(s)) for s in RepairStage),
            ),
            _drawn(_of_repairs()),
            "## Goal",
            "A goal of the client. A new wording is to be endorsed anew; entries are corrected by superseding them.",
            table(
                ("stage", "possible then"),
                (
                    (
                        goal_words.STAGE[stage],
                        _lower(goal_words.ACT[act] for act in GoalAct if act in can),
                    )
                    for stage, can in GOALS.items()
                ),
            ),
            _drawn(_of_goals()),
            "## Session",
            table(("state", "in words"), ((f"`{s.value}`", words.STATUS[s]) for s in Status)),
            "A scheduled session has no number, and no rule looks at it, until it is logged or somebody says what became of "
            "it. It can be moved to another day, or taken off when it was entered by mistake.",
            "A correction changes the state, keeps the old one readable with its reason, and has every later finding looked "
            "at again.",
            "## Hand-over",
            "A client is asked to rate by themselves. What was answered becomes ratings in the transaction that ends it.",
            table(
                ("stage", "in words"),
                ((f"`{s.value}`", handover_words.STAGE[s]) for s in HandoverStage),
            ),
            _drawn(_of_handovers()),
            "## Suggestion",
            "A revision of the library that somebody suggests. Its submitter approves the draft; whoever keeps the library "
            "makes it and publishes it. Steps are added, never changed.",
            table(
                ("stage", "possible for who keeps the library", "possible for its submitter"),
                (
                    (
                        library_words.STAGE[at],
                        _lower(
                            library_words.ACT[act] for act in SuggestionAct if act in can & KEEPER
                        ),
                        _lower(
                            library_words.ACT[act]
                            for act in SuggestionAct
                            if act in can & SUBMITTER
                        ),
                    )
                    for at, can in SUGGESTIONS.items()
                ),
            ),
            _drawn(_of_suggestions()),
            "## Sign-in",
            table(("state", "what it means"), _sign_in_states()),
        )
    )


COMES_ABOUT = {
    RepairStage.OPEN: "it is opened from a check-in, the session form or the record; or opened again",
    RepairStage.CAME_BACK: "two ratings running, among the five after the fall, are on average near the base that was frozen with it",
    RepairStage.NOT_BACK: "five ratings later they are not",
    RepairStage.REPAIRED: "the clinician says so, with a reason",
    RepairStage.LEFT: "the clinician says so, with a reason",
    RepairStage.ENDED: "the therapy ends while it is open; it is open again when that is taken up again",
}


def _acts(at: RepairStage) -> str:
    return _lower(ACT[act] for act in Act if act in POSSIBLE[at])


def _lower(labels: Iterable[str]) -> str:
    return ", ".join(word[0].lower() + word[1:] for word in labels)


def _drawn(lines: list[str]) -> str:
    return "\n".join(("```mermaid", *lines, "```"))


def _of_flags() -> list[str]:
    """Where a flag's answers lead, from the table of the domain; what comes about by itself beside them."""
    lines = ["stateDiagram-v2", "    [*] --> open", "    open --> settled: by itself"]
    for stage in dict.fromkeys(LEADS_TO.values()):
        said = [answer.value.replace("_", " ") for answer, to in LEADS_TO.items() if to is stage]
        lines.append(f"    open --> {stage.value}: {', '.join(said)}")
        lines.append(f"    {stage.value} --> withdrawn: a correction")
    return [
        *lines,
        "    open --> withdrawn: a correction",
        "    settled --> withdrawn: a correction",
    ]


def _reviews(at: Signed) -> str:
    acts = possible_reviews(Tier.CHECK_IN, Stage.OPEN, at)
    return _lower(review_words.SAID[act] for act in acts)


def _of_sign_offs() -> list[str]:
    """Where each act leads, asked of the function that tells where a sign-off stands."""
    finding = UUID(int=1)

    def after(*acts: ReviewAct) -> Signed:
        said = [ReviewEntry(act, finding) for act in acts]
        return signed(said, finding_id=finding, answers=(), withdrawn=False)

    begun = {
        Signed.NOT_SIGNED: (),
        Signed.SIGNED_OFF: (ReviewAct.ADDRESSED,),
        Signed.TO_DISCUSS: (ReviewAct.DISCUSS,),
    }
    lines = ["stateDiagram-v2", "    [*] --> not_signed"]
    for at, acts in begun.items():
        lines += [
            f"    {at.value} --> {to.value}: {act.value.replace('_', ' ')}"
            for act in possible_reviews(Tier.CHECK_IN, Stage.OPEN, at)
            if (to := after(*acts, act)) is not at
        ]
    voided = [at for at in begun if at is not Signed.NOT_SIGNED]
    return lines + [f"    {at.value} --> void: a correction, or the answer undone" for at in voided]


def _of_goals() -> list[str]:
    lines = ["stateDiagram-v2", f"    [*] --> {GoalStage.STANDS.value}"]
    return lines + [
        f"    {at.value} --> {to.value}: {_lower([goal_words.ACT[act]])}"
        for at, possible in GOALS.items()
        for act, to in ENDS.items()
        if act in possible
    ]


def _of_suggestions() -> list[str]:
    lines = ["stateDiagram-v2", "    [*] --> submitted"]
    return lines + [
        f"    {at.value} --> {act.value}"
        for at, can in SUGGESTIONS.items()
        for act in SuggestionAct
        if act in can
    ]


def _of_handovers() -> list[str]:
    lines = [
        "stateDiagram-v2",
        "    [*] --> waiting: a code or a link",
        "    [*] --> open: on the tablet",
    ]
    order = list(HandoverStage)
    return lines + [
        f"    {at.value} --> {to.value}" for at in order for to in sorted(NEXT[at], key=order.index)
    ]


def _of_repairs() -> list[str]:
    """The stages and what leads from one to another, from the tables of the domain."""
    lines = ["stateDiagram-v2", "    [*] --> open"]
    lines += [
        f"    open --> {to.value}: by the ratings"
        for to in BY_RATINGS.values()
        if to is not RepairStage.OPEN
    ]
    return lines + [
        f"    {at.value} --> {to.value}: {_lower([ACT[act]])}"
        for at in RepairStage
        for act, to in BY_CLINICIAN.items()
        if act in POSSIBLE[at]
    ]


def _sign_in_states() -> list[tuple[str, str]]:
    meaning = {
        SignInState.ACTIVE: "the browser is signed in, as long as it is used",
        SignInState.SUSPENDED: "the browser is in a client's hands: no page of the staff opens",
        SignInState.ENDED: "signed out, ended by hand, idle or open for too long, replaced, disabled, or the password changed; for good",
    }
    return [(f"`{state.value}`", meaning[state]) for state in SignInState]
