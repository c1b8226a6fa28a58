"""What came back at a session, with what was done about it: good news, said on the day."""

from dataclasses import dataclass

from tracker.domain.care.answers import Answer, Move, Stage
from tracker.domain.care.flag_stage import can_come_back
from tracker.domain.rules.findings import FlagKind
from tracker.services.record.flag_views import FlagView
from tracker.services.record.repair_views import RepairView
from tracker.services.record.session_views import SessionView
from tracker.web.words import flags as flag_words
from tracker.web.words import general as words
from tracker.web.words import repairs as repair_words


@dataclass(frozen=True)
class ReturnedDrop:
    """A drop, or an unusually low mark, that is back: its check-in, the repair that follows it up if there is one, and
    what was done."""

    drop: FlagView
    repair: RepairView | None
    done: str


@dataclass(frozen=True)
class Return:
    """What came back at one rating, as a sentence without its full stop."""

    sentence: str
    drops: tuple[ReturnedDrop, ...]


def returns(view: SessionView) -> list[Return]:
    """What came back at this session, by whose rating and on which measure."""
    backs = [f for f in view.flags if f.finding.kind is FlagKind.CAME_BACK]
    return [
        Return(flag_words.headline(back), tuple(_drops(view, back)))
        for back in backs
        if back.stage is not Stage.WITHDRAWN
    ]


def _drops(view: SessionView, back: FlagView) -> list[ReturnedDrop]:
    fell_in = {compared.since for compared in back.finding.compared}
    place = (back.flag.measure_key, back.flag.participant_id)
    repairs = {r.flag.flag.id: r for r in view.record.repairs if r.flag}
    drops = [
        f
        for f in view.record.flags
        if can_come_back(f.finding.kind)
        and f.flag.session_id in fell_in
        and (f.flag.measure_key, f.flag.participant_id) == place
    ]
    return [
        ReturnedDrop(f, repairs.get(f.flag.id), _done(f, repairs.get(f.flag.id))) for f in drops
    ]


def _done(drop: FlagView, repair: RepairView | None) -> str:
    """What was recorded of it: the last conversation, or else the last answer."""
    if repair and repair.talks:
        last = repair.talks[-1]
        return _with_moves(f"Talked about {repair_words.when(repair, last)}", last.moves)
    answer = drop.last_answer
    if answer is None:
        return "No answer was recorded"
    moves = tuple(Move(move) for move in answer.moves)
    return _with_moves(words.ANSWERED[Answer(answer.answer)], moves)


def _with_moves(text: str, moves: tuple[Move, ...]) -> str:
    return f"{text}: {', '.join(words.MOVE[move] for move in moves)}" if moves else text
