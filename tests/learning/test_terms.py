"""Every term of the method, on a page of its own and behind a button where it stands."""

import re

from bs4 import BeautifulSoup
from django.template import Context, Template

from learning.glossary import TERMS, by_theme
from learning.lessons import LESSONS
from tests.pages import page

GLOSSARY = "/leerroute/begrippen/"
USED = re.compile(r'{% term "([\w-]+)"')


def test_every_term_stands_on_the_page_with_a_meaning(as_viewer):
    found = page(as_viewer, GLOSSARY)

    assert {one["id"] for one in found.select(".terms__one")} == set(TERMS)
    assert all(one.select_one("dd").get_text() for one in found.select(".terms__one"))
    assert sum(len(terms) for _theme, terms in by_theme()) == len(TERMS)


def test_a_hint_opens_from_a_button_that_says_what_it_tells():
    drawn = Template('{% load terms %}{% term "buiten-beeld" "uit zicht" %} {% term "buiten-beeld" %}')
    found = BeautifulSoup(drawn.render(Context()), "html.parser")
    button, hint = found.select("button[type=button]")[0], found.select("[popover]")[0]

    assert found.get_text().startswith("uit zicht")
    assert button["popovertarget"] == hint["id"] != found.select("[popover]")[1]["id"]
    assert "‘" in button["aria-label"]
    assert hint.select_one("a")["href"] == f"{GLOSSARY}#buiten-beeld"


def test_both_languages_of_a_lesson_explain_the_same_terms(settings):
    for lesson in LESSONS:
        texts = [
            (settings.BASE_DIR / "templates/learning/lessons" / language / f"{lesson.slug}.html").read_text()
            for language in ("nl", "en")
        ]
        dutch, english = (USED.findall(text) for text in texts)
        assert dutch == english
        assert dutch
