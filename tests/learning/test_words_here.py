"""Terms are explained where they stand: behind a button of their own, or behind one for all of a page."""

import re

import pytest
from django.conf import settings

from journeys.lenses import LENSES
from learning.glossary import TERMS
from learning.words_here import WORDS_HERE
from tests.factories import JourneyFactory
from tests.pages import page

ALONE = re.compile(r'{% (?:hint|term) "([a-z-]+)"')


def test_every_term_is_explained_somewhere_outside_the_lessons():
    templates = [
        file for file in (settings.BASE_DIR / "templates").rglob("*.html") if "lessons" not in file.parts
    ]
    alone = {slug for file in templates for slug in ALONE.findall(file.read_text())}

    assert alone | {slug for slugs in WORDS_HERE.values() for slug in slugs} == set(TERMS)


@pytest.mark.django_db
@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.name)
def test_every_lens_explains_its_words(as_viewer, waterrijk, lens):
    address = JourneyFactory(organisation=waterrijk).get_absolute_url()
    found = page(as_viewer, f"{address}{lens.slug}{'/' if lens.slug else ''}")

    words = [str(TERMS[slug].word) for slug in WORDS_HERE[lens.name]]
    assert [one.get_text() for one in found.select("#words-here strong")] == words
    assert found.select_one("button[popovertarget=words-here]")["aria-label"]
