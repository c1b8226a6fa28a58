"""How a command is kept apart from what it does.

A command is declared here in `cli/`: its words, its options, its help. What it does is the function of the same name in
the module of the same name below `acts/`, and is loaded when it is done. So help, and an option that is mistyped, wait
for no database and no web server.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from typing import Any

import click


def act(command: Callable[[], None]) -> Callable[..., None]:
    """The command, which hands what it was given to its act."""

    @wraps(command)
    def run(**given: Any) -> None:
        if click.get_current_context().invoked_subcommand is None:  # of a group, one that follows
            act_of(command)(**given)

    return run


def act_of(command: Callable[..., None]) -> Callable[..., None]:
    """What a command does."""
    with loading():
        module = import_module(command.__module__.replace("tracker.cli.", "tracker.cli.acts."))
    done: Callable[..., None] = getattr(module, command.__name__)
    return done


@contextmanager
def loading() -> Iterator[None]:
    """No garbage is looked for while code is loaded, and never again among what was: it stays."""
    known = len(sys.modules)
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > known:
            gc.freeze()
        if collecting:
            gc.enable()
