"""Questions to the team that the journey itself asks: pure functions over what was computed of it.

The order is that of the method, so the first that is open is the first to take up.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from journeys.analysis import Analysis
from journeys.models import Journey
from learning.checks import felt, plans, route, subject
from learning.checks.check import Answer, Check

__all__ = ["BY_SLUG", "CHECKS", "Check", "Looked", "answers", "looked_at"]

CHECKS = (*route.CHECKS[:-1], *subject.CHECKS, *felt.CHECKS, *plans.CHECKS, route.CHECKS[-1])
BY_SLUG = {check.slug: check for check in CHECKS}


@dataclass(frozen=True, slots=True)
class Looked:
    """A check as someone sees it: the question that it asks, or else what is or will be so.

    `aside`: this person put the question away."""

    slug: str
    words: Promise
    answer: Answer
    url: str
    aside: bool = False

    @property
    def is_open(self) -> bool:
        return self.answer is False and not self.aside


def answers(analysis: Analysis) -> dict[str, Answer]:
    """By the slug of the check."""
    return {check.slug: check.holds(analysis) for check in CHECKS}


def looked_at(
    checks: Iterable[Check], analysis: Analysis, journey: Journey, aside: Collection[str] = ()
) -> Iterator[Looked]:
    """Runs no query: `journey` is there for the addresses alone."""
    for check in checks:
        answer = check.holds(analysis)
        words = check.question if answer is False else check.met
        yield Looked(check.slug, words, answer, check.where(journey), check.slug in aside)
