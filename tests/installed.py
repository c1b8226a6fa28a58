"""Measures and texts of a practice, put into an application that stands already."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, current_app

from tracker.reference.library import Library
from tracker.reference.loader import Known, known_measures, shipped
from tracker.services.installation import NAME, Installation


def of(app: Flask) -> Installation:
    """The installation of an application."""
    installation: Installation = app.config["TRACKER_SESSION_INFO"][NAME]
    return installation


def use_measures(app: Flask, folder: Path | None) -> Known:
    """Let the files of that folder stand over the shipped measures; None: these alone."""
    known = known_measures(folder) if folder else shipped()
    app.config["TRACKER_SESSION_INFO"][NAME] = replace(of(app), measures=known, made={})
    return known


def use_library(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    """Let another library stand in the current application, until the test ends."""
    other = replace(of(current_app), own_library=library, made={})  # type: ignore[arg-type]  # stands for the app
    monkeypatch.setitem(current_app.config["TRACKER_SESSION_INFO"], NAME, other)


def use_known(monkeypatch: pytest.MonkeyPatch, known: Known) -> None:
    """Let other measures stand in the current application, until the test ends."""
    other = replace(of(current_app), measures=known, made={})  # type: ignore[arg-type]  # stands for the app
    monkeypatch.setitem(current_app.config["TRACKER_SESSION_INFO"], NAME, other)
