"""Words looked up on a map without JavaScript."""

from bs4 import BeautifulSoup

from tests.conftest import signed_in
from tests.factories import PainFactory, StepFactory


def places(response) -> list[str]:
    page = BeautifulSoup(response.content, "html.parser")
    return [link["href"].partition("-")[2] for link in page.select(".found__list a")]


def test_titles_texts_and_cards_are_found_in_the_order_of_the_map(editor, waterrijk):
    step = StepFactory(
        phase__journey__organisation=waterrijk, title="Ik zoek een café", doing="CAFE op de hoek"
    )
    PainFactory(step=step, text="Het cafe\u0301 is dicht")
    address = step.phase.journey.get_absolute_url()

    response = signed_in(editor).get(address, {"zoek": "Café"})

    assert places(response) == ["head", "doing", "pains"]


def test_what_is_typed_is_shown_as_text(editor, waterrijk):
    step = StepFactory(phase__journey__organisation=waterrijk, title="<b>vet</b>")

    response = signed_in(editor).get(step.phase.journey.get_absolute_url(), {"zoek": "<b>"})

    assert "&lt;b&gt;vet" in response.content.decode()
    assert "<b>vet" not in response.content.decode()


def test_nothing_is_listed_before_someone_looks(editor, waterrijk):
    step = StepFactory(phase__journey__organisation=waterrijk)

    assert b"found__list" not in signed_in(editor).get(step.phase.journey.get_absolute_url()).content
