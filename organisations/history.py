"""Who changed what, when: read from the events that the database keeps."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from organisations.history_words import ORDER, deed_in_words, field_in_words, is_told
from organisations.models import Organisation, User

LATEST = 200


@dataclass(frozen=True)
class Change:
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    when: datetime
    who: str
    kind: str
    changes: list[Change]


def history_of(row: models.Model, organisation: Organisation) -> list[Entry]:
    """The latest changes of one row, the last first."""
    events = type(row).pgh_event_model.objects.filter(pgh_obj_id=row.pk).select_related("pgh_context")
    latest = list(events.order_by("-pgh_id")[:LATEST])
    names = members(latest, organisation)
    words = Words(shown_fields(type(row)), latest)
    # The event before the oldest is not known: what it holds is told as new.
    return [
        Entry(
            event.pgh_created_at,
            who_did(event, names),
            deed_in_words(type(row), event.pgh_label),
            words.changes(before, event),
        )
        for event, before in zip_longest(latest, latest[1:])
    ]


def writer_of(
    row: models.Model, field: models.Field, organisation: Organisation
) -> tuple[str, datetime | None]:
    """Who gave a field what it holds now, and when; nothing where the history doesn't tell."""
    events = type(row).pgh_event_model.objects.filter(pgh_obj_id=row.pk).select_related("pgh_context")
    before = events.exclude(**{field.attname: getattr(row, field.attname)}).order_by("-pgh_id").first()
    since = events.filter(pgh_id__gt=before.pgh_id if before else 0).order_by("pgh_id").first()
    if since is None:
        return "", None
    return members([since], organisation).get(actor(since), ""), since.pgh_created_at


def shown_fields(model: type[models.Model]) -> list[models.Field]:
    kept = {field.name for field in model.pgh_event_model._meta.fields} - {"id", "organisation"}
    fields = [field for field in model._meta.concrete_fields if field.name in kept and field.editable]
    return [field for field in fields if is_told(field)]


class Words:
    """Puts values as events hold them into words; rows that they point at are looked up at once."""

    def __init__(self, fields: list[models.Field], events: list[models.Model]) -> None:
        self.fields = fields
        self.rows = {
            field: field.related_model._base_manager.in_bulk(
                {getattr(event, field.attname) for event in events} - {None}
            )
            for field in fields
            if field.is_relation
        }

    def changes(self, before: models.Model | None, after: models.Model) -> list[Change]:
        return [
            Change(field_in_words(field), self.word(before, field), self.word(after, field))
            for field in self.fields
            if self.word(before, field) != self.word(after, field) and (before or field.name != ORDER)
        ]

    def word(self, event: models.Model | None, field: models.Field) -> str:
        value = getattr(event, field.attname, None)
        if value is None or value == "":
            return ""
        if field.is_relation:
            return str(self.rows[field].get(value, _("something that was deleted since")))
        if field.name == ORDER:
            return str(value + 1)
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        if isinstance(value, list):
            return " · ".join(value)
        if isinstance(value, datetime):
            return date_format(localtime(value), "DATETIME_FORMAT")
        if isinstance(value, date):
            return date_format(value)
        return str(dict(field.flatchoices).get(value, value))


def actor(event: models.Model) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def who_did(event: models.Model, names: dict[int, str]) -> str:
    if actor(event) is None:
        return str(_("the system"))
    return names.get(actor(event)) or str(_("someone who does not work here (any more)"))


def members(events: list, organisation: Organisation) -> dict[int, str]:
    """Names of who acted; of people of other organisations nothing is told."""
    ids = {actor(event) for event in events} - {None}
    return {
        user.pk: str(user) for user in User.objects.filter(pk__in=ids, memberships__organisation=organisation)
    }
