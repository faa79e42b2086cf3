"""Departments of ours, known by their names alone: those of own parties, and those in process steps."""

import re

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
