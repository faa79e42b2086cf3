import pytest
from django.urls import reverse

from personas.models import Persona
from tests.factories import LifeEventFactory, PersonaFactory
from tests.journeys.worlds import farahs_journey, many_journeys
from tests.pages import links, page, row_headers, soup, values, wrong_fields

LIST, NEW = reverse("personas:persona-list"), reverse("personas:persona-new")


def address(persona: Persona, action: str) -> str:
    return reverse(f"personas:persona-{action}", args=[persona.pk])


def test_list_is_by_name_and_searched_by_name_and_situation(as_viewer, waterrijk):
    PersonaFactory(organisation=waterrijk, name="Noor", situation="Verwacht een kind")
    PersonaFactory(organisation=waterrijk, name="Farah")
    assert row_headers(page(as_viewer, LIST)) == ["Farah", "Noor"]
    assert row_headers(page(as_viewer, LIST, zoek="verwacht")) == ["Noor"]


def test_empty_list_teaches_and_only_an_editor_may_begin(as_editor, as_viewer):
    assert NEW in links(page(as_editor, LIST).select_one(".empty"))
    assert not links(page(as_viewer, LIST).select_one(".empty"))


def test_long_list_is_paged_and_searchable(as_viewer, waterrijk):
    PersonaFactory.create_batch(51, organisation=waterrijk)
    found = page(as_viewer, LIST)
    assert len(row_headers(found)) == 50
    assert found.select_one("input[name=zoek]") is not None
    assert len(row_headers(page(as_viewer, LIST, pagina="2"))) == 1


@pytest.mark.parametrize("number", ["x", "-3", "9" * 30])
def test_strange_page_is_no_error(as_viewer, waterrijk, number):
    PersonaFactory(organisation=waterrijk)
    assert row_headers(page(as_viewer, LIST, pagina=number))


def test_page_tells_who_it_is_and_which_journeys_it_goes_through(as_viewer, waterrijk):
    persona = PersonaFactory(
        organisation=waterrijk, quote="‘Ook op papier?’", needs=["rust", "tijd"], digital_skill=4
    )
    journey = farahs_journey(waterrijk, persona=persona)
    found = page(as_viewer, address(persona, "page"))
    assert found.select_one("blockquote").get_text() == "‘Ook op papier?’"
    assert [need.get_text() for need in found.select(".portrait__lists li")] == ["rust", "tijd"]
    assert len(found.select(".scale__step[data-on]")) == 4
    assert found.select_one(f"#journey-{journey.pk} .spark__line") is not None


def test_needs_are_typed_one_on_a_line(as_editor, waterrijk):
    typed = {
        "name": "Farah",
        "needs": "rust\r\n\r\n tijd ",
        "worries": "",
        "digital_skill": "2",
        "lives_here": "true",
    }
    response = as_editor.post(NEW, typed)
    persona = waterrijk.personas.get()
    assert response.url == persona.get_absolute_url()
    assert (persona.needs, persona.worries) == (["rust", "tijd"], [])
    assert (persona.digital_skill, persona.capacity_to_act, persona.lives_here) == (2, None, True)


def test_editing_begins_with_what_is_there(as_editor, waterrijk):
    persona = PersonaFactory(organisation=waterrijk, needs=["rust", "tijd"])
    found = page(as_editor, address(persona, "edit"))
    assert values(found)["needs"].split() == ["rust", "tijd"]
    as_editor.post(address(persona, "edit"), {"name": "Anders", "needs": "rust"})
    persona.refresh_from_db()
    assert (persona.name, persona.needs) == ("Anders", ["rust"])


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", ""),
        ("name", "Noor"),
        ("digital_skill", "6"),
        ("needs", "x" * 10_001),
        ("situation", "x" * 10_001),
    ],
)
def test_wrong_answer_is_refused_and_the_rest_kept(as_editor, waterrijk, field, text):
    PersonaFactory(organisation=waterrijk, name="Noor")
    response = as_editor.post(NEW, {"name": "Farah", "quote": "Echt?", field: text})
    assert response.status_code == 422
    assert values(soup(response))["quote"].strip() == "Echt?"
    assert Persona.objects.count() == 1


def test_error_stands_beside_its_field(as_editor):
    assert wrong_fields(soup(as_editor.post(NEW, {"quote": "Echt?"}))) == ["name"]


def test_a_name_that_is_there_already_is_told_beside_its_field(as_editor, waterrijk):
    PersonaFactory(organisation=waterrijk, name="Farah")
    found = soup(as_editor.post("/personas/nieuw/", {"name": "Farah", "lives_here": "unknown"}))
    assert wrong_fields(found) == ["name"]
    assert found.select("main form .utrecht-alert--error") == []


def test_persona_of_another_organisation_may_have_the_same_name(as_editor, waterrijk, elsewhere):
    PersonaFactory(organisation=elsewhere, name="Farah")
    assert as_editor.post(NEW, {"name": "Farah"}).status_code == 302
    assert waterrijk.personas.get().name == "Farah"


def test_persona_with_journeys_is_not_deleted_and_says_where_it_is_used(as_editor, waterrijk):
    journey = farahs_journey(waterrijk)
    url = address(journey.persona, "delete")
    assert journey.get_absolute_url() in links(page(as_editor, url).select_one("main"))
    assert as_editor.post(url).status_code == 409
    assert Persona.objects.exists()


def test_persona_without_journeys_is_deleted_after_a_question(as_editor, waterrijk):
    persona = PersonaFactory(organisation=waterrijk)
    page(as_editor, address(persona, "delete"))
    assert as_editor.post(address(persona, "delete")).url == LIST
    assert not Persona.objects.exists()


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_viewer_cannot_change_a_persona(as_viewer, waterrijk, action):
    persona = PersonaFactory(organisation=waterrijk)
    assert as_viewer.get(address(persona, action)).status_code == 403
    assert as_viewer.post(address(persona, action), {"name": "x"}).status_code == 403
    assert as_viewer.post(NEW, {"name": "x"}).status_code == 403


@pytest.mark.parametrize("action", ["page", "wall", "edit", "delete"])
def test_persona_of_another_organisation_is_not_there(as_stranger, waterrijk, action):
    assert as_stranger.get(address(PersonaFactory(organisation=waterrijk), action)).status_code == 404


def test_list_asks_no_more_of_the_database_with_more_personas(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries
):
    many_journeys(waterrijk, 1)
    many_journeys(elsewhere, 30)
    for client in (as_viewer, as_stranger):
        with django_assert_max_num_queries(6):
            page(client, LIST)


def test_page_asks_no_more_of_the_database_with_more_journeys(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries
):
    for client, organisation, count in ((as_viewer, waterrijk, 1), (as_stranger, elsewhere, 30)):
        persona = PersonaFactory(organisation=organisation)
        for _ in range(count):
            farahs_journey(organisation, LifeEventFactory(organisation=organisation), persona=persona)
        with django_assert_max_num_queries(16):
            page(client, address(persona, "page"))


def test_copy_begins_with_all_but_the_name(as_editor, waterrijk):
    persona = PersonaFactory(organisation=waterrijk, needs=["rust", "tijd"], quote="Echt?", digital_skill=4)
    copy = f"{NEW}?kopie={persona.pk}"
    assert copy in links(page(as_editor, address(persona, "page")))
    shown = page(as_editor, copy)
    assert values(shown)["name"] == ""
    assert values(shown)["needs"].split() == ["rust", "tijd"]
    assert shown.select_one("[name=digital_skill] [selected]")["value"] == "4"
    as_editor.post(copy, {"name": "Noor", "needs": "rust"})
    assert waterrijk.personas.get(name="Noor").needs == ["rust"]
    assert waterrijk.personas.count() == 2


def test_nothing_is_copied_from_another_organisation(as_stranger, waterrijk):
    persona = PersonaFactory(organisation=waterrijk, quote="Echt?")
    assert values(page(as_stranger, f"{NEW}?kopie={persona.pk}"))["quote"].strip() == ""


def test_wall_shows_the_persona_and_its_journeys_with_days_out_of_sight(as_viewer, waterrijk):
    persona = PersonaFactory(organisation=waterrijk, quote="Echt?", needs=["rust"], worries=["geld"])
    journey = farahs_journey(waterrijk, persona=persona)
    wall = page(as_viewer, address(persona, "wall")).select_one(".wall")
    assert wall.select_one("blockquote").get_text() == "Echt?"
    assert [item.get_text() for item in wall.select(".wall__list li")] == ["rust", "geld"]
    assert "200" in wall.select_one(f"#journey-{journey.pk} .figure").get_text()
    assert address(persona, "wall") in links(page(as_viewer, address(persona, "page")))
