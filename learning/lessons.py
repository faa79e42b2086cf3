"""The lessons, in order: each a text in two languages, a drawing, and checks that read a journey."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from learning.checks import BY_SLUG, Check


@dataclass(frozen=True, slots=True)
class Lesson:
    """`slug`: in its address and the names of its templates. `minutes`: to read and to do it.

    `papers`: what can be printed for it, by the slugs in learning/papers.py.
    """

    number: int
    slug: str
    title: Promise
    summary: Promise
    minutes: int
    checks: tuple[Check, ...]
    papers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The template of its text, in the language of who reads."""
        return f"learning/lessons/{get_language()}/{self.slug}.html"

    @property
    def drawing(self) -> str:
        return f"learning/drawings/{self.slug}.html"


def checks(*slugs: str) -> tuple[Check, ...]:
    return tuple(BY_SLUG[slug] for slug in slugs)


LESSONS = (
    Lesson(
        1,
        "klantgedreven",
        _("Customer-focused or customer-driven"),
        _("Polish your own product, or begin with what people need."),
        4,
        checks("echte-start", "eerste-contact"),
    ),
    Lesson(
        2,
        "levensgebeurtenis",
        _("Choose a life event, not a product"),
        _("Begin with what happens in a life."),
        4,
        checks("aanleiding", "ijkmoment", "situaties"),
    ),
    Lesson(
        3,
        "startdocument",
        _("Begin with one page"),
        _("Why you do it, who decides and who takes part."),
        5,
        checks("doel"),
        ("startdocument",),
    ),
    Lesson(
        4,
        "personas",
        _("Personas, and who you leave out"),
        _("Choose for whom you look, and say for whom you do not."),
        5,
        checks("persona-behoeften", "doenvermogen", "andere-personas"),
    ),
    Lesson(
        5,
        "gesprekken",
        _("Go and talk"),
        _("About ten conversations tell more than a year of guessing."),
        7,
        checks("gesprekken", "tien-gesprekken", "twee-kanten"),
        ("gespreksleidraad", "toestemming"),
    ),
    Lesson(
        6,
        "kaart",
        _("Map from the real start"),
        _("What came before the counter, and what comes after."),
        8,
        checks("stappen", "echte-start", "tijd", "anderen", "eerste-contact", "daarna"),
    ),
    Lesson(
        7,
        "knelpunten",
        _("Heartbeat and pains"),
        _("What hurts, and what you can and cannot change."),
        6,
        checks("gevoel", "behoeften", "knelpunten", "knelpunten-buiten-beeld", "zware-knelpunten", "invloed"),
    ),
    Lesson(
        8,
        "verbeteren",
        _("Improve where people already are"),
        _("Bring help to the midwife instead of waiting at the counter."),
        6,
        checks("verbeteringen", "klantgedreven", "waar-mensen-zijn", "niet-van-ons"),
    ),
    Lesson(
        9,
        "volhouden",
        _("Behind the counter, and keep going"),
        _("Who works on it inside, who sees to it, and when you look back."),
        6,
        checks("achter-de-balie", "eigenaar", "terugkijken"),
    ),
)
BY_NAME = {lesson.slug: lesson for lesson in LESSONS}


def beside(lesson: Lesson) -> tuple[Lesson | None, Lesson | None]:
    """The one before and the one after."""
    before = LESSONS[lesson.number - 2] if lesson.number > 1 else None
    return before, LESSONS[lesson.number] if lesson.number < len(LESSONS) else None
