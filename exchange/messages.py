"""What a person reads about a place in a document that breaks the schema."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from exchange.schema import Violation

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def sentence(violation: Violation) -> str:
    match violation.keyword:
        case "type":
            return _expected_type(violation.rule["type"])
        case "required" | "additionalProperties" | "repeated":
            return _about_a_key(violation.keyword)
        case "enum":
            return _expected_value(violation.rule)
        case "minimum" | "maximum":
            limits = {"minimum": violation.rule["minimum"], "maximum": violation.rule["maximum"]}
            return _("Give a whole number from %(minimum)s to %(maximum)s.") % limits
        case "maxLength":
            lengths = {"limit": violation.rule["maxLength"], "length": len(violation.value)}
            return _("Use at most %(limit)s characters: there are %(length)s now.") % lengths
    return _unfit_text(violation)


def _about_a_key(keyword: str) -> str:
    sentences = {
        "required": _("This is missing: fill it in."),
        "additionalProperties": _("This key is unknown: take it out."),
        "repeated": _("This key stands here more than once: keep one."),
    }
    return sentences[keyword]


def _expected_value(rule: Mapping) -> str:
    choices = ", ".join(choice for choice in rule["enum"] if choice is not None)
    return _("Choose one of these: %(choices)s.") % {"choices": choices}


def _expected_type(expected: str | list[str]) -> str:
    name = expected if isinstance(expected, str) else expected[0]
    sentences = {
        "string": _("Give a text, between quotes."),
        "integer": _("Give a whole number, without quotes."),
        "boolean": _("Give true or false, without quotes."),
        "array": _("Give a list, between square brackets."),
        "object": _("Give an object, between curly brackets."),
    }
    return sentences[name]


def _unfit_text(violation: Violation) -> str:
    if violation.rule.get("format") == "date":
        return _("Give a date that exists, as year-month-day: 2026-01-31.")
    control = _CONTROL.search(violation.value)
    if control:
        place = {"place": control.start() + 1}
        return _("Character %(place)s cannot be shown: take it out.") % place
    return _("Fill in a text: only spaces is not enough.")
