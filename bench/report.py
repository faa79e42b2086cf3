"""What was measured, in words."""

from statistics import median

from bench.measuring import Timings, p95
from bench.pages import Statements, Subject

INTRODUCTION = """\
Each page is asked for on one connection, in turn with its floor: the same statements on the same database with
psycopg2, their rows joined as strings, behind the same server. So "3×" is three times as slow as the bare work.
  cold   nothing of the page is known yet: all its journeys have changed since they were drawn
  warm   it was drawn before; the floor runs only the few statements that are left then
  p95    one in twenty requests took longer
"""
FIRST_VISIT_GOAL = 150_000


def times(temperature: str, timings: Timings, goal: float, statements: int) -> str:
    return (
        f"  {temperature:<5} {_milliseconds(timings.product)}   floor {_milliseconds(timings.floor)}"
        f"   {timings.ratio:5.1f}× the floor, goal {goal:g}×: {met(timings.ratio <= goal)}"
        f"   ({statements} statements, {len(timings.floor)} rounds)"
    )


def _milliseconds(seconds: list[float]) -> str:
    return f"{median(seconds) * 1000:7.1f} ms (p95 {p95(seconds) * 1000:.1f})"


def met(is_met: bool) -> str:
    return "met" if is_met else "MISSED"


def queries(subject: Subject, large: Statements, small: Statements) -> str:
    same = (len(large.warm), len(large.cold)) == (len(small.warm), len(small.cold))
    return (
        f"  queries: {len(large.warm)} warm and {len(large.cold)} cold; {subject.small.name.lower()}: "
        f"{len(small.warm)} and {len(small.cold)}; the same, as it should be: {met(same)}"
    )


def sent(compressed: int, plain: int) -> str:
    return f"  sent: {_kilobytes(compressed)} compressed, {_kilobytes(plain)} before that"


def first_visit(name: str, kinds: dict[str, int]) -> str:
    total = sum(kinds.values())
    parts = ", ".join(f"{kind} {_kilobytes(size)}" for kind, size in sorted(kinds.items()))
    return (
        f"First visit to the {name[0].lower()}{name[1:]}, all included: {_kilobytes(total)}, "
        f"goal {_kilobytes(FIRST_VISIT_GOAL)}: {met(total <= FIRST_VISIT_GOAL)}\n  {parts}"
    )


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f} KB"
