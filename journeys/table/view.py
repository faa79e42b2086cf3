"""How someone looks at the table: filtered and sorted by the address. The journey stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from journeys.looking import Look
from journeys.pictures import MapPicture
from journeys.searching import look_up
from journeys.table.columns import BY_KEY, Column
from journeys.table.rows import Row, rows_of

SORT, WORDS, PHASE, SIGHT, LACKS = "sorteer", "zoek", "fase", "beeld", "mist"
FILTERS = (WORDS, PHASE, SIGHT, LACKS)
OWN = (SORT, *FILTERS)
LONGEST = 200  # of the words to look for
SIGHTS = {
    "buiten": (gettext_lazy("out of our sight"), lambda row: not row.picture.in_sight),
    "in": (gettext_lazy("in our sight"), lambda row: row.picture.in_sight),
}
LACKING = {
    "gevoel": (gettext_lazy("without a feeling"), lambda row: row.step.feeling is None),
    "moment": (gettext_lazy("without a moment"), lambda row: row.step.offset_days is None),
    "bewijs": (gettext_lazy("only assumptions"), lambda row: row.picture.head.assumption),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a filter: its value, its name, and whether it is chosen."""

    value: str
    label: str | Promise
    chosen: bool


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for; whatever in the address is nonsense, asks for nothing."""

    sort: Column | None
    descending: bool
    words: str
    phase: str
    sight: str
    lacks: tuple[str, ...]
    only_differing: bool

    @property
    def is_filtered(self) -> bool:
        return bool(self.words or self.phase or self.sight or self.lacks or self.only_differing)

    def of(self, picture: MapPicture) -> list[Row]:
        """The rows that it shows, in the order that it shows them."""
        rows = [row for row in rows_of(picture) if self._shows(row)]
        if self.words:
            found = {hit.place.partition("-")[0] for hit in look_up(picture, self.words)}
            rows = [row for row in rows if f"s{row.id}" in found]
        return self._sorted(rows)

    def _shows(self, row: Row) -> bool:
        return (
            self.phase in ("", str(row.phase.id))
            and (not self.sight or SIGHTS[self.sight][1](row))
            and all(LACKING[lack][1](row) for lack in self.lacks)
            and (row.picture.doing.differs or not self.only_differing)
        )

    def _sorted(self, rows: list[Row]) -> list[Row]:
        """What is not known comes last, whichever way it is sorted."""
        if self.sort is None:
            return rows
        of = self.sort.sorted_by
        known = [row for row in rows if of(row) not in (None, "")]
        known.sort(key=of, reverse=self.descending)
        return known + [row for row in rows if of(row) in (None, "")]

    def in_words(self, shown: int, count: int) -> str:
        """How many steps it shows, and in which order."""
        words = ngettext("%(count)s step", "%(count)s steps", count) % {"count": count}
        if self.is_filtered:
            words = _("%(shown)s of %(steps)s") % {"shown": shown, "steps": words}
        if self.sort is None:
            return words
        way = _("descending") if self.descending else _("ascending")
        told = _("sorted by %(column)s, %(way)s; the order of the journey stays as it is")
        return f"{words}, {told % {'column': str(self.sort.name).lower(), 'way': way}}"


def view_of(look: Look) -> View:
    said = look.said
    sort, phase, sight = said.get(SORT, ""), said.get(PHASE, ""), said.get(SIGHT, "")
    return View(
        sort=BY_KEY.get(sort.removeprefix("-")),
        descending=sort.startswith("-"),
        words=" ".join(said.get(WORDS, "").replace("\x00", "").split())[:LONGEST],
        phase=phase if phase.isascii() and phase.isdigit() else "",
        sight=sight if sight in SIGHTS else "",
        lacks=tuple(lack for lack in LACKING if lack in said.getlist(LACKS)),
        only_differing=look.only_differing,
    )


def choices(words: dict, chosen: Sequence[str]) -> list[Choice]:
    return [Choice(value, label, value in chosen) for value, (label, _test) in words.items()]
