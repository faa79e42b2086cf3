"""What a term means, behind a button: `{% term "buiten-beeld" %}`, `{% hint "persona" %}`."""

from secrets import token_hex

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from learning.glossary import TERMS
from learning.words_here import WORDS_HERE

register = template.Library()


@register.simple_tag
def hint(slug: str) -> SafeString:
    """The button alone, beside a word that stands there already. Each has an id of its own."""
    context = {"term": TERMS[slug], "id": f"term-{slug}-{token_hex(3)}"}
    # Without the line's end: a comma may follow.
    return SafeString(render_to_string("learning/_hint.html", context).strip())


@register.inclusion_tag("learning/_words_here.html")
def words_here(page: str) -> dict:
    """All terms of a page behind one button, where each has no room for its own (learning/words_here.py)."""
    return {"terms": [TERMS[slug] for slug in WORDS_HERE.get(page, ())]}


@register.simple_tag
def term(slug: str, words: str = "") -> SafeString:
    """`words` as the sentence needs them, or else the term itself, and the button."""
    return format_html('<span class="nowrap">{}{}</span>', words or TERMS[slug].word, hint(slug))
