"""Every term of the method and the product, with what it means; docs/words.md has the words of the code."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from learning.terms import counted, known, lived, met, worked_on


@dataclass(frozen=True, slots=True)
class Term:
    slug: str
    word: Promise
    meaning: Promise
    theme: Promise


THEMES = (
    (_("The idea"), lived.TERMS),
    (_("Who, what and where"), met.TERMS),
    (_("What we know"), known.TERMS),
    (_("What we do"), worked_on.TERMS),
    (_("What is counted"), counted.TERMS),
)
TERMS = {slug: Term(slug, word, meaning, theme) for theme, terms in THEMES for slug, word, meaning in terms}


def by_theme() -> list[tuple[Promise, list[Term]]]:
    return [(theme, list(terms)) for theme, terms in groupby(TERMS.values(), lambda term: term.theme)]
