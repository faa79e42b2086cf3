"""What was measured, in words."""

from collections.abc import Sequence

from bench.measuring import Timings
from bench.pages import Statements, Subject

INTRODUCTION = """\
Each page is asked for in turn with its floor, which does the same work bare: it reads the same rows from the
same database with psycopg2 in as many statements, joins them as strings and sends them, behind the same
server. "3.0×" takes three times as long as the floor. Of each the median is given, and p95: one in twenty
took longer.
  cold   every journey on the page changed since it was drawn: nothing that is kept of it can be used
         (templates stay compiled, also as stencils, which hold no words)
  warm   the page was drawn before, and nothing on it changed; it is compared with two floors: with reading
         the rows that it shows, and with only the few statements that a warm page still runs
"""
WRITES = """\
Each write is posted as htmx does, in turn with its floor: a bare UPDATE and COMMIT of the same row or rows of
another map, in the same tables with their triggers, behind the same server. The floor looks up no session,
no user and no rights, takes no lock, remembers nothing to undo, computes no figures and draws nothing; the
second floor runs all statements of the product bare, and still computes and draws nothing; the third is the
bare UPDATE behind the product's own doors: its middleware, session, user, rights and one transaction.
"""
FIRST_VISIT_GOAL = 150_000


def times(temperature: str, product: Timings, floor: Timings, goal: float) -> str:
    ratio = product.median / floor.median
    return (
        f"  {temperature}   {milliseconds(product)}   floor {milliseconds(floor)}   {ratio:.1f}×, "
        f"goal {goal:g}×: {met(ratio <= goal)}   ({len(product.rounds)} rounds)"
    )


def beside_few(product: Timings, few: Timings, statements: int) -> str:
    ratio = product.median / few.median
    floor = f"floor of its own {statements} statements only {milliseconds(few)}"
    return f"         {floor}   {ratio:.1f}×, no goal"


def write(name: str, timings: Sequence[Timings], statements: int, goal: float) -> str:
    product, bare, own, doors = timings
    ratio, beside_own, beside_doors = (product.median / floor.median for floor in (bare, own, doors))
    return (
        f"{name}\n"
        f"  {milliseconds(product)}   floor {milliseconds(bare)}   {ratio:.1f}×, "
        f"goal {goal:g}×: {met(ratio <= goal)}   ({len(product.rounds)} rounds)\n"
        f"  floor of its own {statements} statements {milliseconds(own)}   {beside_own:.1f}×, no goal\n"
        f"  floor behind its own doors {milliseconds(doors)}   {beside_doors:.1f}×, "
        f"goal {goal:g}×: {met(beside_doors <= goal)}"
    )


def write_queries(large: int, small: int, sent: int) -> str:
    same = met(large == small)
    return (
        f"  queries: {large}; in a map of 6 steps {small}; the same, as it should be: {same}; "
        f"sent: {sent} bytes"
    )


def milliseconds(timings: Timings) -> str:
    return f"{timings.median * 1000:.1f} ms (p95 {timings.p95 * 1000:.1f})"


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


def first_visit(kinds: dict[str, int]) -> str:
    total = sum(kinds.values())
    parts = ", ".join(f"{kind} {_kilobytes(size)}" for kind, size in sorted(kinds.items()))
    return (
        f"  first visit, all included: {_kilobytes(total)}, goal {_kilobytes(FIRST_VISIT_GOAL)}: "
        f"{met(total <= FIRST_VISIT_GOAL)}   ({parts})"
    )


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f} KB"
