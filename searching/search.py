"""Full text search over everything of an organisation, with PostgreSQL's own Dutch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from organisations.models import Organisation
from organisations.plain import plain, without_accents
from searching.sources import SOURCES, Row, Source

WORDS_AT_MOST = 8
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    source: Source
    count: int
    rows: list[Row]


def search(
    organisation: Organisation,
    text: str,
    *,
    sources: Sequence[Source] = SOURCES,
    rows: int = 5,
    after: int = 0,
) -> list[Found]:
    """The best rows of each kind, `after` the first so many; kinds without any are left out. One query.

    All words have to be there, the last one may be half typed.
    """
    asked = query_of(text)
    if not asked:
        return []
    union = " UNION ALL ".join(f"({_select(source)})" for source in sources)
    values = {"organisation": organisation.pk, "asked": asked, "rows": rows, "after": after}
    with connection.cursor() as cursor:
        cursor.execute(union, values)
        found = [Row(*row) for row in cursor.fetchall()]
    by_kind = {source.kind: [row for row in found if row.kind == source.kind] for source in sources}
    return [
        Found(source, by_kind[source.kind][0].count, by_kind[source.kind])
        for source in sources
        if by_kind[source.kind]
    ]


def query_of(text: str) -> str:
    """As `to_tsquery` reads it: "Crèche erk" is "'creche' & 'erk':*". Empty where there is no word."""
    words = WORD.findall(plain(text))[:WORDS_AT_MOST]
    return " & ".join(f"'{word}'" for word in words) + ":*" if words else ""


def vector(words: str) -> str:
    """SQL for the words of an expression; it is what the indexes hold (migrations/0002)."""
    return f"to_tsvector('dutch', {without_accents(words)})"


def _select(source: Source) -> str:
    words = vector(source.words)
    # A word half typed may look like one that Dutch leaves out: "uw" on the way to "UWV".
    asked = "(to_tsquery('dutch', %(asked)s) || to_tsquery('simple', %(asked)s))"
    return f"""
        SELECT '{source.kind}', row.id, {source.title}, {source.place}, {source.journey}, {source.step},
            ts_rank({words}, {asked}) AS rank, count(*) OVER ()
        FROM {source.table} row{source.joins}
        WHERE row.organisation_id = %(organisation)s AND {words} @@ {asked}
        ORDER BY rank DESC, row.id LIMIT %(rows)s OFFSET %(after)s
    """  # noqa: S608 (our own tables)
