"""The way from nothing to a first journey with its time out of sight on screen, step by step.

It leads who begins, so it is there as long as an organisation has no more than one journey.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeys.overview import Line, Listed

ENOUGH_STEPS = 3  # to have something before the first contact, and something after it


@dataclass(frozen=True, slots=True)
class FirstUse:
    """`journey`: its number. What is done is read from it: `days` is how long it is out of sight."""

    journey: int
    has_steps: bool
    has_contact: bool
    days: int | None

    @property
    def has_days(self) -> bool:
        return bool(self.has_contact and self.days)

    @property
    def is_done(self) -> bool:
        return self.has_steps and self.has_days

    @property
    def next(self) -> str:
        """What to do now, by name; empty when all is done."""
        ways = (("steps", self.has_steps), ("contact", self.has_contact), ("days", self.has_days))
        return next((name for name, done in ways if not done), "")


def first_use(journeys: Sequence[Listed], lines: Mapping[int, Line]) -> FirstUse | None:
    """None once there are more journeys, or where the only one has just gone."""
    if len(journeys) != 1 or journeys[0].id not in lines:
        return None
    line = lines[journeys[0].id]
    return FirstUse(line.id, line.steps >= ENOUGH_STEPS, line.first_contact is not None, line.blind_days)
