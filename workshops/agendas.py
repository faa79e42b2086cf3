"""Ready-made agendas: what to do in 30, 60 and 120 minutes."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshops.models.round import Round

K = Round.Kind


@dataclass(frozen=True, slots=True)
class Part:
    kind: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Agenda:
    name: str
    label: str | Promise
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)


def agenda(name: str, label: str | Promise, *parts: tuple[str, int]) -> Agenda:
    return Agenda(name, label, tuple(Part(kind, minutes) for kind, minutes in parts))


AGENDAS = (
    agenda(
        "30",
        _("30 minutes: where does it hurt?"),
        *((K.WALK_THROUGH, 5), (K.FEELINGS, 5), (K.PAINS, 8), (K.VOTE, 5), (K.AGREE, 7)),
    ),
    agenda(
        "60",
        _("60 minutes: from pain to idea"),
        *((K.WALK_THROUGH, 10), (K.FEELINGS, 10), (K.PAINS, 12), (K.IDEAS, 12), (K.VOTE, 6), (K.AGREE, 10)),
    ),
    agenda(
        "120",
        _("120 minutes: the whole journey"),
        *((K.LOOK_BACK, 10), (K.WALK_THROUGH, 20), (K.FEELINGS, 15), (K.PAINS, 25)),
        *((K.IDEAS, 25), (K.VOTE, 10), (K.AGREE, 15)),
    ),
    agenda("leeg", _("Empty: I make my own")),
)
BY_NAME = {one.name: one for one in AGENDAS}
