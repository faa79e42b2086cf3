"""Small things of the look: icons, faces, avatars, and where the navigation says one is."""

import pytest
from django.utils import translation

from config import design
from config.context import current, destinations
from touchpoints.models import Touchpoint


def test_every_channel_has_an_icon():
    assert set(design.CHANNEL_ICONS) == set(Touchpoint.Channel.values)


@pytest.mark.parametrize("feeling", [-2, -1, 0, 1, 2])
def test_face_is_read_out_as_a_word(feeling):
    with translation.override("en"):
        drawn = design.face(feeling)
        word = str(design.feeling_word(feeling))
    assert f'data-feeling="{feeling}"' in drawn
    assert f'aria-label="{word}"' in drawn


@pytest.mark.parametrize(
    ("name", "letters"), [("Farah", "FA"), ("De Vries", "DE"), ("Ö", "Ö"), ("–", ""), ("", "")]
)
def test_initials_are_the_first_two_letters(name, letters):
    assert design.initials(name) == letters


def test_avatar_keeps_its_colour():
    assert design.calm_colour("Farah") == design.calm_colour("Farah")
    assert {design.calm_colour(str(number)) for number in range(200)} == set(range(1, 9))


@pytest.mark.parametrize(
    ("path", "url", "says"),
    [
        ("/", "/", "page"),
        ("/klantreizen/", "/", ""),
        ("/klantreizen/", "/klantreizen/", "page"),
        ("/klantreizen/3/", "/klantreizen/", "true"),
        ("/personas/", "/klantreizen/", ""),
    ],
)
def test_navigation_says_where_one_is(path, url, says):
    assert current(path, url) == says


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("/bevindingen/3/", "/gesprekken/"),
        ("/partijen/", "/contactmomenten/"),
        ("/producten/2/", "/contactmomenten/"),
        ("/afdelingen/burgerzaken/", "/contactmomenten/"),
        ("/processen/", "/contactmomenten/"),
    ],
)
def test_navigation_knows_the_lists_below_it(path, url):
    assert [one.url for one in destinations(path) if one.current] == [url]
