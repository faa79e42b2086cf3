"""The template library of live sessions: `{% load workshops %}`."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from workshops.models import Note
from workshops.phone_page import PhonePage

register = template.Library()

KIND_ICONS = {
    "thought": "message-square-quote",
    "pain": "triangle-alert",
    "idea": "lightbulb",
    "need": "flag",
}


@register.simple_tag
def faces() -> list[tuple[int, str]]:
    """From bad to good, in words short enough to stand under a face."""
    return [
        (-2, pgettext("feeling, short", "very bad")),
        (-1, pgettext("feeling, short", "bad")),
        (0, pgettext("feeling, short", "neutral")),
        (1, pgettext("feeling, short", "good")),
        (2, pgettext("feeling, short", "very good")),
    ]


@register.simple_tag
def server_time() -> datetime:
    """By which a page knows how far its own clock is off."""
    return timezone.now()


@register.filter
def kind_icon(kind: str) -> str:
    return KIND_ICONS[kind]


@register.filter
def kind_word(kind: str) -> str:
    return str(Note.Kind(kind).label)


@register.filter
def column_word(kind: str) -> str:
    """What stands above a column on the wall."""
    return {"thought": _("Thoughts"), "pain": _("Pains"), "idea": _("Ideas")}[kind]


@register.filter
def kinds_for(page: PhonePage, changing: Note | None) -> list[tuple[str, str]]:
    """What a note can be: in this round, or, of one that is changed, any kind that a phone offers."""
    if not changing:
        return page.kinds
    kinds = dict.fromkeys(("thought", "pain", "idea", changing.kind))
    return [(kind, str(Note.Kind(kind).label)) for kind in kinds]


@register.filter
def where_it_hangs(note: Note) -> str:
    """Who can read an own note."""
    kind = {"thought": _("Your thought"), "pain": _("Your pain"), "idea": _("Your idea")}.get(
        note.kind, _("Your note")
    )
    place = _("on the wall") if note.round.is_revealed else _("not on the wall yet")
    return f"{kind} · {place}"
