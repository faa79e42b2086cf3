"""The template library of what was found: `{% load results %}`."""

from django import template

from searching.sources import Row, Source

register = template.Library()


@register.simple_tag
def result_address(source: Source, row: Row) -> str:
    return source.address(row)
