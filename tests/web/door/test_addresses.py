"""How addresses are built is compiled when it is first asked for, and they are what they would be."""

from collections import Counter

import pytest
from flask import Flask, url_for
from werkzeug.routing import Rule

from tracker.web.door import addresses


@pytest.fixture
def compiling(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the builders of each route were compiled."""
    counted: Counter[str] = Counter()
    whole = Rule._compile_builder

    def count(rule: Rule, append_unknown: bool = True) -> object:
        counted[rule.rule] += 1
        return whole(rule, append_unknown)

    monkeypatch.setattr(Rule, "_compile_builder", count)
    return counted


def test_it_is_compiled_once_and_not_before_it_is_asked_for(compiling: Counter[str]) -> None:
    app = Flask("tracker", static_folder=None)
    addresses.init_app(app)
    app.add_url_rule("/clients/<int:number>", "client")
    app.add_url_rule("/help", "help")
    assert compiling == {}
    with app.test_request_context():
        assert url_for("client", number=7) == "/clients/7"
        assert url_for("client", number=8, sort="name", _anchor="top") == "/clients/8?sort=name#top"
        assert url_for("client", number=9, _external=True) == "http://localhost/clients/9"
    assert compiling == {"/clients/<int:number>": 1}


def test_routes_of_the_app_wait(app: Flask) -> None:
    kinds = {type(rule) for rule in app.url_map.iter_rules() if rule.endpoint != "static"}
    assert kinds == {addresses.LateRule}
