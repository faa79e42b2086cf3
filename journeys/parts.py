"""What a journey is made of, from the top down: where each kind of row hangs, and what it is drawn with."""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models import Prefetch

MEETS = ("touchpoint__party", "touchpoint__product")


@dataclass(frozen=True)
class Part:
    """A kind of row. `path`: of the lists that lead to it in a journey loaded `whole()`; `parent`: the column
    that says what it hangs under; `holds`: the column by which others hang under it; `drawn_with`: what is
    loaded in the same query, `along` with one of its own."""

    label: str
    path: tuple[str, ...]
    parent: str
    holds: str = ""
    drawn_with: tuple[str, ...] = ()
    along: Callable[[], Prefetch] | None = None

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.label)

    @property
    def list_name(self) -> str:
        return f"loaded_{self.path[-1]}"

    def rows(self) -> models.QuerySet:
        rows = self.model._default_manager.all()
        if self.along:
            rows = rows.prefetch_related(self.along())
        return rows.select_related(*self.drawn_with) if self.drawn_with else rows


def guests() -> Prefetch:
    """What an improvement of another journey does about a pain, as `loaded_guests` of the pain."""
    links = apps.get_model("improvements.AddressedPain").objects.all()
    landings = apps.get_model("improvements.Landing").objects.select_related(*MEETS)
    elsewhere = links.exclude(improvement__journey=models.F("pain__step__phase__journey"))
    whole = elsewhere.select_related("improvement__owner_party").prefetch_related(
        Prefetch("improvement__addressed_pains", to_attr="loaded_addressed_pains"),
        Prefetch("improvement__landings", landings, to_attr="loaded_landings"),
    )
    return Prefetch("addressed_pains", whole, to_attr="loaded_guests")


STEPS, IMPROVEMENTS = ("phases", "steps"), ("improvements",)
#: What points at another comes after it.
PARTS = (
    Part("journeys.Phase", ("phases",), "journey_id", "phase_id"),
    Part("journeys.Step", STEPS, "phase_id", "step_id"),
    Part("journeys.StepSituation", (*STEPS, "step_situations"), "step_id", drawn_with=("situation",)),
    Part("journeys.Fact", (*STEPS, "facts"), "step_id"),
    Part("journeys.Encounter", (*STEPS, "encounters"), "step_id", drawn_with=MEETS),
    Part("processes.ProcessStep", (*STEPS, "process_steps"), "step_id", drawn_with=("part_of",)),
    Part("journeys.Pain", (*STEPS, "pains"), "step_id", along=guests),
    Part(
        "improvements.Improvement", IMPROVEMENTS, "journey_id", "improvement_id", drawn_with=("owner_party",)
    ),
    Part("improvements.AddressedPain", (*IMPROVEMENTS, "addressed_pains"), "improvement_id"),
    Part("improvements.Landing", (*IMPROVEMENTS, "landings"), "improvement_id", drawn_with=MEETS),
    Part("journeys.Evidence", ("evidence",), "journey_id", "evidence_id", drawn_with=("finding",)),
    Part("journeys.EvidenceAbout", ("evidence", "evidence_about"), "evidence_id"),
)
