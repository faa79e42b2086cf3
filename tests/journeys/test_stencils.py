"""A cell that is filled in looks like one that its template draws."""

from dataclasses import replace

import pytest
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import translation

from journeys.journey_map import map_of
from journeys.models import Journey
from journeys.pictures import LANES, Doing, MapPicture, StepPicture
from journeys.stencils import draw

ADDRESS = "/klantreizen/12/"


@pytest.fixture
def maps(db) -> list[MapPicture]:
    """Those of the worked example: every kind of card is in it."""
    call_command("load_example", verbosity=0)
    return [map_of(journey) for journey in Journey.objects.whole()]


@pytest.fixture
def step(maps) -> StepPicture:
    return maps[0].steps[0]


def drawn_doing(step: StepPicture, text: str) -> str:
    changed = replace(step, doing=Doing(text, ""))
    return draw(
        "journeys/lanes/_doing.html", step=changed.cell("doing"), url=ADDRESS, can_edit=True, panel=False
    )


@pytest.mark.parametrize("panel", [True, False])
@pytest.mark.parametrize("can_edit", [True, False])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_cell_is_as_its_template_draws_it(maps, language, can_edit, panel):
    with translation.override(language):
        for step in [step for picture in maps for step in picture.steps]:
            for lane in LANES:
                template = f"journeys/lanes/_{lane}.html"
                values = {"step": step.cell(lane), "url": ADDRESS, "can_edit": can_edit, "panel": panel}
                # Once as the template's own step, which holds all lanes, and twice as a stencil.
                whole = render_to_string(template, values | {"step": step})
                assert draw(template, **values) == draw(template, **values) == whole


def test_words_are_escaped(step):
    assert "&lt;b&gt;&quot;&amp;&#x27;" in drawn_doing(step, "<b>\"&'")


def test_words_that_look_like_a_place_for_words_stay_as_they_are(step):
    drawn_doing(step, "Ik bel")

    assert "\ue0000\ue000" in drawn_doing(step, "\ue0000\ue000")


def test_a_cell_without_words_is_not_filled_in(step):
    drawn_doing(step, "Ik bel")

    assert "lines" not in drawn_doing(step, "")
