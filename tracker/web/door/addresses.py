"""Addresses of pages."""

from collections.abc import Callable
from functools import cache
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

Built = tuple[str, str]  # host and path


class LateRule(Rule):
    """A rule that compiles how its addresses are built when the first is asked for: two functions for each route are
    a twentieth of the start, and most are never called."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., Built]:
        whole = super()._compile_builder

        @cache
        def compiled() -> Callable[..., Built]:
            return whole(append_unknown)

        def build(rule: Rule, **values: Any) -> Built:
            return compiled()(rule, **values)

        return build


def init_app(app: Flask) -> None:
    """Make routes of this kind. To be called before there are any."""
    app.url_rule_class = LateRule
