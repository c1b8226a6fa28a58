"""Hypothesis in a run of mutants: the same examples each time, fewer of them, and no search for the smallest."""

import hypothesis
import pytest

FEW = 30


class Examples:
    """A plugin that sets the profile before any test module is read."""

    def __init__(self, number: int = FEW) -> None:
        self.number = number

    def pytest_configure(self, config: pytest.Config) -> None:
        """Know the mark by which the tests of properties ask pytest-cov, which is left out here, not to watch them."""
        config.addinivalue_line("markers", "no_cover: disable coverage for this test.")

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Set the profile; a failing example is not made smaller, since only the failure counts."""
        hypothesis.settings.register_profile(
            "mutants",
            max_examples=self.number,
            derandomize=True,
            database=None,
            deadline=None,
            phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        hypothesis.settings.load_profile("mutants")
