"""Two touchpoints that are one and the same become one: what moves, and the move itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.models import Encounter
from journeys.moving import Told, changing_all, journeys_at, merge
from organisations.models import User
from touchpoints.models import Touchpoint


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with all that would move if the other stays."""

    touchpoint: Touchpoint
    encounters: Sequence[Encounter]
    improvements: Sequence

    @property
    def journeys(self) -> int:
        return len({encounter.step.phase.journey_id for encounter in self.encounters})


def merge_touchpoints(old: Touchpoint, kept: Touchpoint, *, by: User) -> Told:
    """In one transaction: everything at `old` is at `kept`, which takes over a product where it has none."""
    with changing_all(journeys_at(old), by=by):
        if kept.product_id is None and old.product_id is not None:
            kept.product_id = old.product_id
            kept.save(update_fields=["product"])
        return merge(old, kept)
