"""What the page of an improvement is made of, and which fields each part is changed with."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from touchpoints.choices import NEW


@dataclass(frozen=True)
class Part:
    """`name`: its id on the page, and its word in the address."""

    name: str
    heading: str | Promise
    fields: tuple[str, ...]


WORDS = Part("tekst", _("What we will do"), ("title", "description"))
PLAN = Part("plan", _("Who and when"), ("status", "owner", "follow_up", "effort", "effect"))
PAINS = Part("knelpunten", _("Pains that it addresses"), ("addresses",))
LANDING = Part("landt", _("Where it lands"), ("lands_at", "touchpoint", *NEW, "process_step"))
