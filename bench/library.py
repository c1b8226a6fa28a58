"""What the library costs: a search over all of it, the first one after a change, and a text with its checks."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.measuring import loops, queries, seconds
from bench.practice import BenchPractice
from tracker import clock, db
from tracker.domain.people.access import Actor, Role
from tracker.reference.library import library as files
from tracker.reference.loader import shipped
from tracker.services.library import texts as library
from tracker.services.library.search import Index, entries

SEARCH_AT_MOST = 0.25  # loops (bench/measuring.py); design default
TEXT_QUERIES = 8
TYPED = (
    "rupture repare",
    "withdrawl",
    "alliance",
    "goals tasks bond outcome",
    "qqqqzzzz",
    "the of and",
)
Say = Callable[[str, str, str], None]


def search(say: Say) -> bool:
    """True when the slowest of some searches over the whole library takes longer than it may."""
    search_entries = list(entries(files(), shipped()))
    built = seconds(lambda: Index(search_entries), 5)
    index = Index(search_entries)
    each = [loops(partial(index.search, typed)) for typed in TYPED]
    one_word = seconds(partial(index.search, TYPED[2]))
    bare = (
        "SELECT kind, title, href, snippet(entries, 1, '<', '>', '…', 24) FROM entries"
        " WHERE entries MATCH ? ORDER BY bm25(entries, 8.0, 1.0), rowid LIMIT 30"
    )
    plain = seconds(lambda: index._db.execute(bare, ('"alliance"',)).fetchall())
    say(
        f"search, the slowest of {len(TYPED)}",
        f"{max(each):.3f} loops",
        f"under {SEARCH_AT_MOST:g}",
    )
    say("search for one word, to its bare SQL", f"{one_word / plain:.1f}", "")
    say(f"search, index of {len(search_entries)} entries made anew", f"{built * 1000:.0f} ms", "")
    return max(each) >= SEARCH_AT_MOST


def texts(folder: Path, say: Say) -> bool:
    """True when the article, with each of its sentences checked, makes more queries than it may or than before."""
    practice = BenchPractice(folder)
    practice.page.client.get("/library")  # who is there is noted with the first page
    with queries(practice.app) as before:
        practice.page.client.get("/library/article")
    with practice.app.app_context(), db.transaction() as writing:
        keeper = Actor(practice.clinician.id, practice.clinician.name, frozenset({Role.SUPERVISOR}))
        for said in library.shelf(writing).text("article").sentences:
            library.check_sentence(writing, keeper, "article", said.digest, "", now=clock.now())
    with queries(practice.app) as after:
        practice.page.client.get("/library/article")
    took = seconds(lambda: practice.page.client.get("/library/article"), 10)
    cheap = seconds(lambda: practice.page.client.get("/help"), 10)
    say("article, all checked: queries", str(len(after)), f"at most {TEXT_QUERIES}")
    say("article, all checked, to the help page", f"{took / cheap:.1f}", f"{took * 1000:.0f} ms")
    practice.close()
    return len(after) > TEXT_QUERIES or len(after) != len(before)
