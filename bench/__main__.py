"""`make bench`: what saving and reading cost. Ratios within one run hold; the times beside them are this machine's."""

import sys
import tempfile
from pathlib import Path
from uuid import UUID

from bench import at_once, library, pages, records, sizes, start, supervision, workers
from bench.measuring import ActCost, cost, queries, seconds
from bench.practice import BenchPractice
from bench.saving import saver
from bench.tables import analysis
from tracker.cli.acts.serve import settled

SMALL = 1_000
LARGE = 100_000  # stored sessions
SAVING_AT_MOST = 1.5
READING_AT_MOST = 3.0
CASELOAD_QUERIES = 12
RECORD_QUERIES = 19
EACH = 40  # sessions of each client in the stock


def say(what: str, value: str, aim: str = "") -> None:
    """One line of the result."""
    sys.stdout.write(f"{what:<58} {value:>16}   {aim}\n")
    sys.stdout.flush()


def fill(practice: BenchPractice, sessions: int) -> None:
    """Bring the stock up to that many sessions, in clients of a usual length."""
    for _ in range(sessions // EACH):
        practice.add_client(EACH)


def saving(practice: BenchPractice) -> float:
    """Seconds to save a session."""
    return seconds(saver(practice), 40)


def reading(practice: BenchPractice, path: str) -> ActCost:
    """What a page costs."""

    def get() -> None:
        assert practice.page.client.get(path).status_code == 200

    get()
    settled(practice.app)  # as a worker of the server does before it answers
    return cost(practice.app, get)


def page(name: str, practice: BenchPractice, path: str, at_most: int) -> int:
    """Say what a page costs; how many queries it makes."""
    whole, bare, count = reading(practice, path)
    say(
        f"{name}: page to the same SQL alone",
        f"{whole / bare:.2f}",
        f"aim: under {READING_AT_MOST:g}",
    )
    say(f"{name}: page, SQL alone", f"{whole * 1000:.1f}, {bare * 1000:.1f} ms")
    say(f"{name}: queries", str(count), f"at most {at_most}")
    return count


def main() -> int:
    """Everything, one line each; 1 when something that must hold does not."""
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Path(folder))


def _measured(folder: Path) -> int:
    stock = BenchPractice(folder / "stock")
    fill(stock, SMALL)
    few = saving(stock)
    fill(stock, LARGE - SMALL)
    many = saving(stock)
    slow = supervision.writing_kept(saver(stock), saver(stock), say)
    ratio = many / few
    say(
        f"saving at {LARGE:,} to saving at {SMALL:,} sessions",
        f"{ratio:.2f}",
        f"under {SAVING_AT_MOST}",
    )
    say("saving, each", f"{few * 1000:.1f}, {many * 1000:.1f} ms")
    stock.close()

    caseload = BenchPractice(folder / "caseload")
    for _ in range(60):
        caseload.add_client(20)
    first = page("caseload, 60 clients × 20 sessions", caseload, "/", CASELOAD_QUERIES)
    records.caseload(caseload, say)
    few_clients = BenchPractice(folder / "few")
    long = few_clients.add_client(200)
    short = few_clients.add_client(2)
    second = page("record, 200 sessions", few_clients, f"/clients/{long}", RECORD_QUERIES)
    grown = _grown(few_clients, first, second, short)
    third = _whole_records(folder)
    slow = pages.in_bare_pages(folder / "pages", say) or slow
    caseload.close()
    few_clients.close()
    if sys.platform != "win32":
        slow = start.commands(folder / "none", say) or slow
        slow = analysis(folder / "tables", say) or slow
    if sys.platform == "linux":
        slow = start.server(folder / "served", say) or slow
        slow = at_once.caseloads(folder / "at-once", say) or slow
        slow = workers.memory(folder / "worked", say) or slow
    large, path = supervision.board(folder / "board")
    board = page(
        f"board, {supervision.CLIENTS:,} clients × {supervision.FLAGS:,} flags",
        large,
        path,
        supervision.BOARD_QUERIES,
    )
    slow = pages.board_in_bare_pages(large, path, say) or slow
    large.close()
    slow = library.search(say) or slow
    slow = library.texts(folder / "library", say) or slow
    slow = supervision.verify(folder / "trail", say) or slow
    slow = sizes.page_cache(folder / "large", say) or slow
    failed = (
        ratio >= SAVING_AT_MOST
        or first > CASELOAD_QUERIES
        or second > RECORD_QUERIES
        or grown
        or third
        or board > supervision.BOARD_QUERIES
        or slow
    )
    return 1 if failed else 0


def _whole_records(folder: Path) -> bool:
    """True when a record with everything on it makes too many queries, or more for more sessions; says so."""
    practice = BenchPractice(folder / "whole")
    long = practice.add_whole_record(200)
    name = "record, 200 sessions, 5 measures, 7 objectives"
    count = page(name, practice, f"/clients/{long}", RECORD_QUERIES)
    records.whole(name, practice, say)
    short = practice.add_whole_record(2)
    with queries(practice.app) as few:
        practice.page.client.get(f"/clients/{short}")
    say(f"{name}: queries at 2 sessions", str(len(few)), "the same")
    practice.close()
    return count > RECORD_QUERIES or count != len(few)


def _grown(practice: BenchPractice, caseload: int, record: int, short: UUID) -> bool:
    """True when either page makes more queries for more clients or sessions; says so."""
    with queries(practice.app) as small_caseload:
        practice.page.client.get("/")
    with queries(practice.app) as small_record:
        practice.page.client.get(f"/clients/{short}")
    say(
        "queries at 2 clients, at 2 sessions",
        f"{len(small_caseload)}, {len(small_record)}",
        "the same",
    )
    return (len(small_caseload), len(small_record)) != (caseload, record)


if __name__ == "__main__":
    sys.exit(main())
