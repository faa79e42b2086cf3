"""What a check is: a question to the team that a journey answers, or leaves open."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from journeys.analysis import Analysis
from journeys.models import Journey

#: True: it is so. False: the question is asked. None: it is too early to ask.
Answer = bool | None


@dataclass(frozen=True, slots=True)
class Check:
    """`slug`: in addresses. `question`: asked where `holds` is False; `met`: what is so where it is True.

    `holds` reads an analysis, and nothing else. `where`: the address at which to do it.
    """

    slug: str
    question: Promise
    met: Promise
    holds: Callable[[Analysis], Answer]
    where: Callable[[Journey], str]


def lens(name: str, query: str = "") -> Callable[[Journey], str]:
    """A lens of the journey."""
    return lambda journey: reverse(f"journeys:{name}", args=[journey.pk]) + query


def form_of(name: str, field: str) -> Callable[[Journey], str]:
    """The form of what the journey points at by `field`; `pk` is the journey itself."""
    return lambda journey: reverse(name, args=[getattr(journey, field)])


def page(name: str) -> Callable[[Journey], str]:
    """A page that is not about one journey."""
    return lambda journey: reverse(name)
