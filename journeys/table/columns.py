"""The columns of the table, in their order: each with its name, its field of a step, and how it sorts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from journeys.table.rows import Row


@dataclass(frozen=True, slots=True)
class Column:
    """`key`: in addresses and ids. `field`: of a step; empty where nothing is typed.

    `lane`: it hides with that. `sorted_by`: what a row is sorted by; None and an empty text are not known,
    and come last.
    """

    key: str
    name: str | Promise
    sorted_by: Callable[[Row], Any]
    field: str = ""
    lane: str = ""


def text_of(field: str) -> Callable[[Row], str]:
    return lambda row: getattr(row.step, field).casefold()


def number_of(cards: str) -> Callable[[Row], int | None]:
    return lambda row: len(getattr(row.picture, cards)) or None


COLUMNS = (
    Column("fase", _("Phase"), lambda row: row.place),
    Column("nummer", _("No."), lambda row: row.number),
    Column("titel", _("Step"), text_of("title"), "title"),
    Column("moment", _("Moment"), lambda row: row.time, "offset_days"),
    Column("duur", _("Duration"), lambda row: row.step.duration_days, "duration_days"),
    Column("gevoel", _("Feeling"), lambda row: row.step.feeling, "feeling", "feeling"),
    Column("doen", _("Doing"), text_of("doing"), "doing", "doing"),
    Column("denken", _("Thinking"), text_of("thinking"), "thinking", "thinking"),
    Column("nodig", _("Needs"), text_of("needs"), "needs", "thinking"),
    Column("bedacht", _("As designed"), text_of("designed"), "designed", "doing"),
    Column("situaties", _("Only for"), lambda row: ", ".join(row.picture.head.situations), "only_for"),
    Column("contact", _("Contact"), number_of("contacts"), lane="contacts"),
    Column("knelpunten", _("Pains"), number_of("pains"), lane="pains"),
    Column("verbeteringen", _("Improvements"), number_of("improvements"), lane="improvements"),
    Column("regels", _("Rules"), number_of("facts"), lane="facts"),
    Column("achter", _("Behind the counter"), number_of("processes"), lane="processes"),
)
BY_KEY = {column.key: column for column in COLUMNS}
EDITABLE = tuple(column for column in COLUMNS if column.field)


def shown_columns(hidden: Iterable[str]) -> list[Column]:
    """Those of which the lane is not hidden."""
    return [column for column in COLUMNS if column.lane not in set(hidden)]


def called(words: str) -> Column | None:
    """The column of this name, in any language of the product."""
    return _names().get(" ".join(words.split()).casefold())


def _names() -> dict[str, Column]:
    names = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            names |= {str(column.name).casefold(): column for column in COLUMNS}
    return names | {column.key: column for column in COLUMNS}
