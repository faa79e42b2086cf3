"""What of the plan someone asks to see, as the address says it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from improvements.models import Improvement
from improvements.querysets import ImprovementQuerySet
from improvements.reaches import DRIVEN, FOCUSED, Reaches
from organisations.listing import chosen, number_in, searched

STATUSES = {
    "idee": "idea",
    "gepland": "planned",
    "bezig": "doing",
    "klaar": "done",
    "vervallen": "dropped",
}
REACHES = {"klantgericht": FOCUSED, "klantgedreven": DRIVEN}
REACH_NAMES = {"klantgericht": _("customer-focused"), "klantgedreven": _("customer-driven")}
MINE, OPEN, NOBODY = "ik", "open", "niemand"
LATE = "te-laat"


@dataclass(frozen=True)
class Asked:
    """Words as they stand in the address; one that means nothing asks for nothing."""

    words: str
    status: str
    owner: str
    reach: str
    late: bool
    life_event: int | None

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        status, reach = request.GET.get("status", ""), request.GET.get("bereik", "")
        return cls(
            words=searched(request),
            status=status if status in STATUSES or status == OPEN else "",
            owner=request.GET.get("eigenaar", "").replace("\x00", "")[:320],
            reach=reach if reach in REACHES else "",
            late=request.GET.get(LATE) == "1",
            life_event=chosen(request, "levensgebeurtenis"),
        )

    @property
    def is_anything(self) -> bool:
        return any((self.words, self.status, self.owner, self.reach, self.late, self.life_event))

    def found(
        self, rows: ImprovementQuerySet, *, reaches: Reaches, user: int, today: date
    ) -> ImprovementQuerySet:
        """The improvements that answer to all of it."""
        if self.words:
            rows = rows.matching(self.words)
        if self.status:
            rows = rows.still_to_do() if self.status == OPEN else rows.filter(status=STATUSES[self.status])
        if self.reach:
            rows = rows.numbered(reaches.numbers(REACHES[self.reach]))
        if self.late:
            rows = rows.late(today)
        if self.life_event:
            rows = rows.filter(journey__life_event=self.life_event)
        return owned_by(rows, self.owner, user)


def owned_by(rows: ImprovementQuerySet, owner: str, user: int) -> ImprovementQuerySet:
    if owner == MINE:
        return rows.filter(owner_person=user)
    if owner == NOBODY:
        return rows.filter(owner_person=None, owner_party=None, owner="")
    kind, _dash, name = owner.partition("-")
    if kind == "naam":
        return rows.filter(owner_person=None, owner_party=None, owner=name)
    field = {"persoon": "owner_person", "partij": "owner_party"}.get(kind)
    number = number_in(name)
    return rows.filter(**{field: number}) if field and number is not None else rows


def owner_choices(rows: ImprovementQuerySet, user: int) -> list[tuple[str, str | Promise]]:
    """Everyone who owns one of these, by name; oneself and nobody first."""
    fields = ("owner_person", "owner_party", "owner_party__name", "owner")
    found = set(rows.order_by().values_list(*fields).distinct())
    named = {
        key(person, party, name): (party_name or name)
        for person, party, party_name, name in found
        if person != user and (person or party or name)
    }
    by_name: Callable[[tuple[str, str]], str] = lambda choice: choice[1].casefold()  # noqa: E731
    everyone = sorted(named.items(), key=by_name)
    return [(MINE, _("me")), (NOBODY, _("nobody yet")), *everyone]


def key(person: int | None, party: int | None, name: str) -> str:
    if person:
        return f"persoon-{person}"
    return f"partij-{party}" if party else f"naam-{name}"


def status_choices() -> list[tuple[str, str | Promise]]:
    labels = dict(Improvement.Status.choices)
    return [(OPEN, _("still to do")), *((word, labels[status]) for word, status in STATUSES.items())]
