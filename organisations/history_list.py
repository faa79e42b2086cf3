"""The history of everything in an organisation, deleted rows too: searched, filtered, the latest first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.utils.text import capfirst

from organisations.history import Change, Words, members, shown_fields, who_did
from organisations.history_words import deed_in_words, kind_in_words
from organisations.models import Membership, Organisation, User

PAGE = 50
WITHOUT = (User, Organisation)  # these have no organisation of their own
NAMES = ("name", "title", "text", "code", "email")


@dataclass(frozen=True)
class Asked:
    """What the reader looks for; empty is everything."""

    words: str = ""
    kind: str = ""
    what: str = ""
    person: int | None = None
    row: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Line:
    event: models.Model
    kind: str
    kind_name: str
    name: str
    what: str
    who: str
    journey: models.Model | None
    changes: list[Change] = field(default_factory=list)


def tracked() -> dict[str, type[models.Model]]:
    """Every kind of row that keeps a history, by the name of its model."""
    kept = [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]
    return {model._meta.model_name: model for model in kept if model in WITHOUT or belongs(model)}


def belongs(model: type[models.Model]) -> bool:
    return any(one.name == "organisation" for one in model._meta.fields)


def kind_choices() -> list[tuple[str, str]]:
    named = [(name, capfirst(kind_in_words(model))) for name, model in tracked().items()]
    return sorted(named, key=lambda choice: str(choice[1]).lower())


def events_of(model: type[models.Model], organisation: Organisation) -> models.QuerySet:
    """Only of this organisation; people count as long as they belong to it."""
    events = model.pgh_event_model.objects
    if model is Organisation:
        return events.filter(pgh_obj_id=organisation.pk)
    if model is User:
        people = Membership.objects.filter(organisation=organisation).values("user_id")
        return events.filter(pgh_obj_id__in=people)
    return events.filter(organisation_id=organisation.pk)


def found(organisation: Organisation, asked: Asked, page: int) -> tuple[list[Line], bool]:
    """The lines of one page, and whether there are older ones."""
    wanted = [model for name, model in tracked().items() if asked.kind in ("", name)]
    parts = [matching(events_of(model, organisation), model, asked) for model in wanted]
    if not parts:
        return [], False
    places = parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "-pgh_id")
    rows = list(places[(page - 1) * PAGE : page * PAGE + 1])
    return lines(rows[:PAGE], organisation), len(rows) > PAGE


def matching(events: models.QuerySet, model: type[models.Model], asked: Asked) -> models.QuerySet:
    """When, which event and of what kind."""
    conditions = {
        "pgh_obj_id": asked.row,
        "pgh_label": asked.what or None,
        "pgh_context__metadata__user": asked.person,
        "pgh_created_at__date__gte": asked.since,
        "pgh_created_at__date__lte": asked.until,
    }
    events = events.filter(**{name: value for name, value in conditions.items() if value is not None})
    if asked.words:
        events = events.filter(holding(asked.words, model))
    kind = Value(model._meta.model_name, output_field=models.TextField())
    return events.order_by().annotate(of_kind=kind).values_list("pgh_created_at", "pgh_id", "of_kind")


def holding(words: str, model: type[models.Model]) -> Q:
    """In any of its texts; a kind without texts holds none."""
    texts = [one.name for one in shown_fields(model) if isinstance(one, models.CharField | models.TextField)]
    return Q.create([(f"{name}__holds", words) for name in texts], Q.OR) if texts else Q(pk__in=[])


def lines(rows: Iterable[tuple], organisation: Organisation) -> list[Line]:
    """A few queries for each kind on the page, however many lines there are."""
    rows, by_kind = list(rows), defaultdict(list)
    for _when, number, kind in rows:
        by_kind[kind].append(number)
    events = {(kind, one.pk): one for kind, numbers in by_kind.items() for one in load(kind, numbers)}
    before = {kind: befores(kind, [e for (k, _), e in events.items() if k == kind]) for kind in by_kind}
    words = {kind: words_of(kind, events, before[kind]) for kind in by_kind}
    names = members(list(events.values()), organisation)
    journeys = journeys_of(events.values(), organisation)
    return [
        line(kind, events[kind, number], before[kind], words[kind], names, journeys)
        for _, number, kind in rows
    ]


def load(kind: str, numbers: list[int]) -> list[models.Model]:
    """Each with the number of the event before it, of the same row."""
    events = tracked()[kind].pgh_event_model.objects
    earlier = events.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    previous = Subquery(earlier.order_by("-pgh_id").values("pgh_id")[:1])
    return list(events.filter(pk__in=numbers).select_related("pgh_context").annotate(previous=previous))


def befores(kind: str, events: list[models.Model]) -> dict[int, models.Model]:
    numbers = {event.previous for event in events} - {None}
    return tracked()[kind].pgh_event_model.objects.in_bulk(numbers)


def words_of(kind: str, events: dict, before: dict[int, models.Model]) -> Words:
    mine = [event for (other, _), event in events.items() if other == kind]
    return Words(shown_fields(tracked()[kind]), [*mine, *before.values()])


def journeys_of(events: Iterable[models.Model], organisation: Organisation) -> dict[int, models.Model]:
    contexts = [event.pgh_context.metadata for event in events if event.pgh_context]
    numbers = {context.get("journey") for context in contexts} - {None}
    return organisation.journeys.in_bulk(numbers)


def line(
    kind: str,
    event: models.Model,
    before: dict[int, models.Model],
    words: Words,
    names: dict[int, str],
    journeys: dict[int, models.Model],
) -> Line:
    context = event.pgh_context.metadata if event.pgh_context else {}
    changes = [] if event.pgh_label == "delete" else words.changes(before.get(event.previous), event)
    return Line(
        event,
        kind,
        kind_in_words(tracked()[kind]),
        name_of(event, words),
        deed_in_words(tracked()[kind], event.pgh_label),
        who_did(event, names),
        journeys.get(context.get("journey")),
        changes,
    )


def name_of(event: models.Model, words: Words) -> str:
    """What a row was called then; one without a name by what it ties together."""
    named = [getattr(event, name) for name in NAMES if getattr(event, name, "")]
    ties = [words.word(event, one) for one in words.fields if one.is_relation]
    return named[0] if named else " · ".join(filter(None, ties))
