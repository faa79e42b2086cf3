"""The words on screen, found by the English of the source: tests hold whatever the translation says."""

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext, override


def said(source: str, **values: object) -> str:
    """A text as the Dutch screen says it."""
    with override("nl"):
        text = gettext(source)
    return text % values if values else text


def counted(singular: str, plural: str, number: int, **values: object) -> str:
    with override("nl"):
        return ngettext(singular, plural, number) % values


def label(source: str) -> str:
    """The label of a model's field, which Django starts with a capital."""
    return capfirst(said(source))
