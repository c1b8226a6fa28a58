"""The pages of the library, in every state. The writer suggests and learns; the supervisor keeps the library."""

from uuid import UUID

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach, at, sent
from tests.browser.site import Site
from tracker import clock, db
from tracker.domain.library.suggestions import About, Credit, SuggestionAct
from tracker.domain.library.texts import SourceTier
from tracker.models import LearningTry
from tracker.services.library import learning, suggestions
from tracker.services.library import texts as library
from tracker.services.library.suggestions import Draft, SuggestionText

CARD = "cards/remote-sessions"
LONG = (
    "It should say that a telephone call without a picture asks for more words than a call with one, since neither sees "
    "when the other is about to speak, and that a pause of three seconds is no sign of anything."
)


def digest(site: Site, address: str, place: int = 0) -> str:
    """The digest of a sentence of a text, as it stands."""
    with site.app.app_context(), db.reading() as reading:
        return list(library.shelf(reading).text(address).sentences)[place].digest


def checked(site: Site, address: str) -> None:
    """Let the supervisor check every sentence of a text that waits."""
    with site.app.app_context(), db.transaction() as writing:
        for said in library.shelf(writing).text(address).sentences:
            if not said.check:
                keeper, now = site.people["supervisor"], clock.now()
                library.check_sentence(writing, keeper, address, said.digest, "p. 12", now=now)


def suggested(site: Site, *acts: SuggestionAct, about: str = CARD) -> UUID:
    """A suggestion of the writer, and what was done with it."""
    wanted = SuggestionText(About.UNCLEAR, LONG, "Own clinical experience", Credit.NAMED)
    with site.app.app_context(), db.transaction() as writing:
        made = suggestions.submit(writing, site.people["writer"], about, wanted, now=clock.now()).id
    for seen, act in enumerate(acts):
        keeps = act in (SuggestionAct.DRAFTED, SuggestionAct.PUBLISHED, SuggestionAct.DECLINED)
        actor = site.people["supervisor" if keeps else "writer"]
        draft = Draft(
            digest(site, about),
            "“How is it to meet by telephone?” {new study}",
            "A. Author. Calls without a picture. A Journal 2027;1:1–9.",
            "https://doi.org/10.1000/x",
            SourceTier.T1,
        )
        given = draft if act is SuggestionAct.DRAFTED else None
        with site.app.app_context(), db.transaction() as writing:
            suggestions.take_step(
                writing, actor, made, act, "A remark", given, seen=seen, now=clock.now()
            )
    return made


def suggestion(*acts: SuggestionAct) -> Reach:
    """Open a suggestion after these acts."""
    return lambda page, site: page.goto(f"/library/suggestions/{suggested(site, *acts)}")


def queue(page: Page, site: Site) -> None:
    """Open the suggestions, of which one waits."""
    suggested(site)
    page.goto("/library/suggestions")


def published(page: Page, site: Site) -> None:
    """Open a card with a revision, seen by its submitter."""
    acts = (SuggestionAct.DRAFTED, SuggestionAct.APPROVED, SuggestionAct.PUBLISHED)
    suggested(site, *acts, about="cards/young-people")
    page.goto("/library/cards/young-people")


def waiting(page: Page, site: Site) -> None:
    """Open the home of the library as whoever keeps it, with a suggestion that waits."""
    suggested(site)
    page.goto("/library")


def checked_card(page: Page, site: Site) -> None:
    """Open a card on which everything is checked."""
    checked(site, "cards/couples-and-families")
    page.goto("/library/cards/couples-and-families")


def check(address: str) -> Reach:
    """Open the form that checks the first sentence of a text."""
    return lambda page, site: page.goto(
        f"/library/check?text={address}&sentence={digest(site, address)}"
    )


def checked_sentence(page: Page, site: Site) -> None:
    """Open a sentence that is checked."""
    checked(site, "misconceptions")
    check("misconceptions")(page, site)


def long_passage(page: Page, site: Site) -> None:
    """Check a sentence with more of its source than is asked for."""
    address = "cards/withdrawal"
    with site.app.app_context(), db.reading() as reading:
        text = library.shelf(reading).text(address)
        said = next(said for said in text.sentences if said.citations)
    page.goto(f"/library/check?text={address}&sentence={said.digest}")
    page.get_by_label("Where in the source").fill("word " * 26)
    with page.expect_navigation():
        page.get_by_role("button", name="I have checked it").click()


def from_flag(page: Page, site: Site) -> None:
    """Open the card of a check-in, from its panel."""
    client_id = site.client("8 8 8 8")
    session_id = site.log(client_id, "5 8 8 8")
    page.goto(f"/sessions/{session_id}/saved")
    page.get_by_role("link", name="Opening a repair conversation").click()
    page.wait_for_url("**/card?back=saved")


def private(page: Page, site: Site) -> None:
    """Suggest something with a client's code and without the rest."""
    page.goto(f"/library/suggestions/new?text={CARD}")
    page.get_by_label("How it should read").fill("As with K-014")
    with page.expect_navigation():
        page.get_by_role("button", name="Send the suggestion").click()


def nothing_found(page: Page, site: Site) -> None:
    """Search for what is not there."""
    page.goto("/library/search")
    page.get_by_label("Search the library").fill("qqqqzzzz")
    with page.expect_navigation():
        page.get_by_role("button", name="Search").click()


def tried(key: str, answers: int, *, fitting: bool = True) -> Reach:
    """Open a go at the cases of a concept with so many answers."""

    def reach(page: Page, site: Site) -> None:
        actor, now = site.people["writer"], clock.now()
        with site.app.app_context(), db.transaction() as writing:
            writing.query(LearningTry).filter_by(user_id=actor.id).delete()
            begun = learning.begin(writing, actor, key, now=now)
            view = learning.try_view(writing, actor, begun.id)
            for case in view.cases[:answers]:
                place = next(i for i, option in enumerate(case.options) if option.fits == fitting)
                learning.answer(writing, actor, begun.id, case.key, place, now=now)
        page.goto(f"/library/cases/{begun.id}")

    return reach


def on_the_way(page: Page, site: Site) -> None:
    """Open the path of somebody who passed the first concept."""
    tried("foundations", 9)(page, site)
    page.goto("/library/path")


DRAFTED = SuggestionAct.DRAFTED


def looked_for(page: Page, site: Site) -> None:
    """Look for something that several clients and texts have."""
    site.client(initials="RUP", own_reference="Averylongreferencewithoutablank012345678")
    page.goto("/find")
    page.get_by_label("Client's code, initials, reference; or a word").fill("rup")
    with page.expect_navigation():
        page.get_by_role("button", name="Find", exact=True).click()


def found_in_the_box(page: Page, site: Site) -> None:
    """The same in the box that asks while one types."""
    site.client(initials="QQX", own_reference="Rupture group")
    page.goto("/library")
    page.locator("[data-find-box]").click()
    page.locator(".find-box input").fill("rupture")
    page.locator(".find-box a").nth(3).wait_for()


LIBRARY = (
    Place("find", "find.show", "clinician", at("/find")),
    Place("find, with results", "find.show", "writer", looked_for),
    Place("find, in the box", "library.home", "writer", found_in_the_box),
    Place("library", "library.home", "clinician", at("/library")),
    Place("library, kept", "library.home", "supervisor", waiting),
    Place("article", "library.single", "clinician", at("/library/article")),
    Place("article, kept", "library.single", "supervisor", at("/library/article")),
    Place("glossary", "library.single", "clinician", at("/library/glossary")),
    Place("misconceptions", "library.single", "clinician", at("/library/misconceptions")),
    Place("questions of the library", "library.single", "clinician", at("/library/questions")),
    Place("card", "library.card", "clinician", at("/library/cards/withdrawal")),
    Place(
        "card, only checked",
        "library.card",
        "clinician",
        at("/library/cards/withdrawal?show=checked"),
    ),
    Place("card, all checked", "library.card", "clinician", checked_card),
    Place("card, revised", "library.card", "writer", published),
    Place("encounter card", "library.card", "clinician", at("/library/cards/alliance-foundations")),
    Place("card of a flag", "library.for_flag", "writer", from_flag),
    Place("sources", "library.sources", "clinician", at("/library/sources")),
    Place(
        "objectives of the library", "library.objectives", "clinician", at("/library/objectives")
    ),
    Place(
        "objective for a client", "library.use", "clinician", at("/library/objectives/bond/client")
    ),
    Place("objective for nobody", "library.use", "newcomer", at("/library/objectives/bond/client")),
    Place("search", "library.search", "clinician", at("/library/search?q=rupture")),
    Place("search, nothing typed", "library.search", "clinician", at("/library/search")),
    Place("search, nothing found", "library.search", "clinician", nothing_found),
    Place("check a sentence", "library_acts.check_form", "supervisor", check("cards/slow-drift")),
    Place(
        "check, machine-written", "library_acts.check_form", "supervisor", check("cards/two-views")
    ),
    Place("check, done", "library_acts.check_form", "supervisor", checked_sentence),
    Place("check, errors", None, "supervisor", long_passage, 422),
    Place("suggest", "suggestions.new", "clinician", at(f"/library/suggestions/new?text={CARD}")),
    Place("suggest, errors", None, "clinician", private, 422),
    Place("suggestions", "suggestions.index", "supervisor", queue),
    Place("suggestions, none", "suggestions.index", "newcomer", at("/library/suggestions")),
    Place("suggestion, waiting", "suggestions.show", "supervisor", suggestion()),
    Place("suggestion, drafted", "suggestions.show", "writer", suggestion(DRAFTED)),
    Place("suggestion, declined", "suggestions.show", "writer", suggestion(SuggestionAct.DECLINED)),
    Place(
        "suggestion, errors",
        None,
        "supervisor",
        sent(suggestion(), "form button:text('Send the draft')"),
        422,
    ),
    Place("path", "learning.index", "clinician", at("/library/path")),
    Place("path, on the way", "learning.index", "writer", on_the_way),
    Place("concept", "learning.concept", "clinician", at("/library/path/foundations")),
    Place("concept, locked", "learning.concept", "clinician", at("/library/path/repair")),
    Place("case", "learning.tried", "writer", tried("bond", 0)),
    Place("case, answered", "learning.tried", "writer", tried("bond", 1, fitting=False)),
    Place("cases, over", "learning.tried", "writer", tried("goals", 9)),
    Place(
        "case, errors", None, "writer", sent(tried("tasks", 0), "form button:text('Answer')"), 422
    ),
)
