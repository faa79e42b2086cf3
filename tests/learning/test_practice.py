"""A practice copy of the example: begun where a municipality sees it begin."""

from journeys.analysis import analyse
from journeys.documents import document_of
from journeys.models import Journey
from learning.checks import answers
from learning.models import Learner
from tests.pages import page

PRACTISE = "/leerroute/oefenreis/"


def test_one_press_makes_it_and_lays_it_beside_the_lessons(as_editor, waterrijk):
    answer = as_editor.post(PRACTISE, {"les": "kaart", "once": "a"})

    assert answer.url == "/leerroute/lessen/kaart/"
    journey = waterrijk.journeys.get()
    assert journey.title.startswith("Oefenreis: ")
    assert Learner.objects.get().journey == journey
    assert page(as_editor, journey.get_absolute_url())


def test_pressed_twice_by_a_lost_answer_it_is_made_once(as_editor, waterrijk):
    for _ in range(2):
        as_editor.post(PRACTISE, {"once": "a"})

    assert waterrijk.journeys.count() == 1


def test_it_begins_with_us_and_asks_what_went_before(as_editor, waterrijk):
    as_editor.post(PRACTISE)
    whole = Journey.objects.whole().get(organisation=waterrijk)

    found = answers(analyse(document_of(whole)))

    asked = {slug for slug, answer in found.items() if answer is False}
    assert {"echte-start", "doel", "invloed", "gesprekken", "verbeteringen"} <= asked
    assert found["eerste-contact"] is found["knelpunten"] is True


def test_a_viewer_makes_none(as_viewer, waterrijk):
    assert as_viewer.post(PRACTISE).status_code == 403
    assert "oefenreis" not in str(page(as_viewer, "/leerroute/"))
    assert not waterrijk.journeys.exists()
