"""Departments of ours, known by their names alone: those of own parties, and those in process steps."""

import re
from collections.abc import Iterable

#: Of namesakes the kind that counts most comes last.
WEIGHT = {"partner": 1, "own": 2}
TEAM = re.compile(r"^(?P<department>.*\S)\s*\((?P<team>[^()]*)\)$")


def department_of(name: str) -> str:
    """What stands in brackets at the end is a team: “Burgerzaken (balie)” is of Burgerzaken."""
    name = " ".join(name.split())
    found = TEAM.match(name)
    return found["department"] if found else name


def team_of(name: str) -> str:
    found = TEAM.match(" ".join(name.split()))
    return found["team"].strip() if found else ""


def key_of(name: str) -> str:
    """Names that are the same but for case, spaces and team are of one department."""
    return department_of(name).casefold()


def kinds_by_key(parties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Of parties, each a name and a kind: ours goes before its namesakes, and then a partner."""
    return {key_of(name): kind for name, kind in sorted(parties, key=lambda one: WEIGHT.get(one[1], 0))}
