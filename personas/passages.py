"""The lines of what was written down in an interview, and which of them became findings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from personas.models import Finding, Interview, Passage


@dataclass(frozen=True, slots=True)
class Line:
    """`mark` stays the same while other lines are written, moved or taken away."""

    mark: str
    text: str


def lines_of(notes: str) -> list[Line]:
    """The lines that say something; of two that say the same, each has a mark of its own."""
    seen: Counter[str] = Counter()
    lines = []
    for text in filter(None, map(str.strip, notes.splitlines())):
        seen[text] += 1
        lines.append(Line(sha256(f"{seen[text]} {text}".encode()).hexdigest(), text))
    return lines


def found_in(interview: Interview, text: str) -> Finding:
    """The finding of an interview that says this; a new one where it is not known yet."""
    known = interview.findings.filter(text=text).first()
    return known or Finding.objects.create(
        organisation=interview.organisation, text=text, **interview.begins_finding()
    )


def draw_from(interview: Interview, finding: Finding, marks: Iterable[str]) -> None:
    """Remember from which lines a finding was drawn."""
    for mark in marks:
        Passage.objects.get_or_create(
            organisation=interview.organisation, interview=interview, finding=finding, mark=mark
        )
