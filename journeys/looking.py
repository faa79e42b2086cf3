"""How someone looks at a journey: through which lens, and what the address says besides."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise

SITUATION, LANES, STEP, DIFFERENCE = "situatie", "lanen", "stap", "verschil"
SHARED = (SITUATION, LANES, DIFFERENCE)


@dataclass(frozen=True, slots=True)
class Lens:
    """One way to look at a journey, at an address of its own.

    `name`: of its address (`journeys:<name>`). `slug`: in that address, empty for the map. `template`: the
    fragment that draws it, with the context of the map and what `prepare` makes of that. `own`: what its
    address can say more, and keeps when something else changes. `scripts`: its own modules in static/js;
    `styles`: its own sheets in static/css.
    `kept`: as HTML, while nothing of the journey changes: nothing in it is about who looks.
    `apart`: lanes of which each card is a cell of its own, `k<number>-<lane>`.
    `changed`: the fragment that draws again what a change touched; the whole lens where it has none.
    """

    name: str
    slug: str
    label: str | Promise
    icon: str
    template: str = ""
    prepare: Callable[[Mapping[str, Any]], dict[str, Any]] = dict
    own: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    changed: str = "journeys/_lens_changed.html"
    kept: bool = False
    apart: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return f"{self.slug}/" if self.slug else ""


@dataclass(frozen=True, slots=True)
class Look:
    """`journey_url`: of the map. `said`: what stands behind the question mark. `step`: open in the panel."""

    journey_url: str
    lens: Lens
    said: QueryDict
    step: int | None = None

    @property
    def base(self) -> str:
        """The address of the lens, with nothing chosen."""
        return f"{self.journey_url}{self.lens.path}"

    def address(self, lens: Lens | None = None, /, **other: str | Sequence[str] | None) -> str:
        """Of this lens, or of another one; `other` values take the place of those in the address now."""
        lens = lens or self.lens
        query = QueryDict(mutable=True)
        for name in SHARED + (lens.own if lens is self.lens else ()):
            if name in self.said:
                query.setlist(name, self.said.getlist(name))
        for name, value in other.items():
            query.setlist(name, [value] if isinstance(value, str) else list(value or ()))
        asked = query.urlencode()
        return f"{self.journey_url}{lens.path}{'?' if asked else ''}{asked}"

    @property
    def only_differing(self) -> bool:
        """Whether only steps are asked for that go otherwise than they were meant."""
        return self.said.get(DIFFERENCE, "") not in ("", "nee")

    @property
    def address_differing(self) -> str:
        """Of those steps alone, or of all again."""
        return self.address(**{DIFFERENCE: None if self.only_differing else "ja"})

    def fields(self, without: str = "") -> list[tuple[str, str]]:
        """The same as `address`, for a form that asks for this lens; `without` what it fills in itself."""
        names = [name for name in SHARED + self.lens.own if name != without]
        return [(name, value) for name in names for value in self.said.getlist(name)]

    def address_of_step(self, step: int | str) -> str:
        """Of the panel of a step, beside this lens."""
        if self.lens.slug:
            return self.address(**{STEP: str(step)})
        here, mark, asked = self.address().partition("?")
        return f"{here}stappen/{step}/{mark}{asked}"
