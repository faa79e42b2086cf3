"""The template library of the product's own look: `{% load design %}`."""

from functools import cache
from secrets import token_hex
from zlib import crc32

from django import template
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

from journeys.models.step import Feeling
from organisations.guarded import SENTENCES

register = template.Library()

CHANNEL_ICONS = {
    "counter": "concierge-bell",
    "phone": "phone",
    "website": "globe",
    "letter": "mailbox",
    "email": "mail",
    "app": "smartphone",
    "home_visit": "house",
    "on_location": "map-pin",
    "event": "calendar",
    "other": "users",
}
AVATAR_COLOURS = 8


@register.simple_tag
def once() -> SafeString:
    """By this a form that is sent twice is known: it is written once."""
    return format_html('<input type="hidden" name="once" value="{}">', token_hex(16))


@register.simple_tag
def personal_sentences() -> dict[str, Promise]:
    """What a module says of personal data while someone types, by kind."""
    return SENTENCES


@register.simple_tag
@cache
def icon(name: str, size: str = "") -> SafeString:
    """An icon beside a word: hidden from who listens, since the word says it."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" viewBox="0 0 24 24"><use href="{}#{}"/></svg>',
        f" icon--{size}" if size else "",
        static("vendor/lucide/icons.svg"),
        name,
    )


@register.simple_tag
def face(feeling: int, size: str = "") -> SafeString:
    """A feeling from -2 to +2, as a drawing that is read out as a word."""
    return format_html(
        '<svg class="face{}" data-feeling="{}" role="img" aria-label="{}"><use href="{}#face-{}"/></svg>',
        f" face--{size}" if size else "",
        feeling,
        Feeling(feeling).label,
        static("img/faces.svg"),
        feeling,
    )


@register.filter
def feeling_word(feeling: int) -> str:
    return Feeling(feeling).label


@register.filter
def channel_icon(channel: str) -> str:
    return CHANNEL_ICONS.get(channel, CHANNEL_ICONS["other"])


@register.filter
def initials(name: str) -> str:
    """Two letters to know someone by."""
    return "".join(letter for letter in str(name) if letter.isalnum())[:2].upper()


@register.filter
def calm_colour(name: str) -> int:
    """One of the avatar colours, always the same for the same name."""
    return crc32(str(name).encode()) % AVATAR_COLOURS + 1


@register.filter
def lit(count: int | None, total: int) -> list[bool]:
    """`count` times on and then off, `total` long: the dots of a severity."""
    return [place < (count or 0) for place in range(total)]
