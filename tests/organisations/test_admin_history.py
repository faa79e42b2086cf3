"""All that happened in an organisation, deleted rows too, is found by words, person, day and kind."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from organisations.history import Words
from organisations.models import User
from tests import factories
from tests.conftest import member, signed_in
from tests.pages import page, soup, texts

PAGE = "/beheer/geschiedenis/"
NEW = "/personas/nieuw/"


@pytest.fixture
def written(as_editor, waterrijk):
    """A persona that an editor made, changed and deleted, as people do."""
    as_editor.post(NEW, {"name": "Farah", "situation": "Woont alleen", "lives_here": "unknown"})
    persona = waterrijk.personas.get()
    as_editor.post(
        f"/personas/{persona.pk}/bewerken/",
        {"name": "Farah", "situation": "Woont samen", "lives_here": "unknown"},
    )
    as_editor.post(f"/personas/{persona.pk}/verwijderen/")
    assert not waterrijk.personas.exists()
    return persona


def rows(client, **asked) -> list[str]:
    return texts(page(client, PAGE, **asked).select("#change-history tbody tr"))


def test_it_tells_who_did_what_with_what_was_there_before(as_administrator, written, editor):
    deleted, changed, added = rows(as_administrator, soort="persona")
    assert all(str(editor) in row and "Farah" in row for row in (deleted, changed, added))
    shown = page(as_administrator, PAGE, soort="persona")
    assert texts(shown.select("del")) == ["Woont alleen"]
    assert "Woont samen" in texts(shown.select("ins"))


def test_a_deleted_row_is_found_by_its_words(as_administrator, written):
    assert len(rows(as_administrator, zoek="woont samen")) == 2
    assert len(rows(as_administrator, zoek="Woont", wat="delete")) == 1
    assert rows(as_administrator, zoek="niemand schreef dit") == []


def test_by_person_and_by_day(as_administrator, written, editor, administrator):
    today = timezone.localdate()
    assert len(rows(as_administrator, soort="persona", wie=editor.pk)) == 3
    assert rows(as_administrator, soort="persona", wie=administrator.pk) == []
    assert len(rows(as_administrator, soort="persona", vanaf=today, tot=today)) == 3
    assert rows(as_administrator, vanaf=today + timedelta(days=1)) == []


def test_one_row_has_all_its_changes_together(as_administrator, written, waterrijk):
    factories.PersonaFactory(organisation=waterrijk)
    assert len(rows(as_administrator, soort="persona", rij=written.pk)) == 3


def test_people_and_roles_are_in_it(as_administrator, waterrijk):
    noor = member(waterrijk, "facilitator")
    found = " ".join(rows(as_administrator, soort="membership"))
    assert str(noor) in found


def test_nothing_of_another_organisation(as_administrator, as_stranger, stranger, elsewhere):
    for make in (factories.PersonaFactory, factories.TouchpointFactory, factories.JourneyFactory):
        make(organisation=elsewhere)
    elsewhere.name = "Gemeente Heel Anders"
    elsewhere.save()
    as_stranger.post(NEW, {"name": "Elders", "lives_here": "unknown"})
    everything = as_administrator.get(PAGE).content.decode()
    for secret in ("Elders", "Heel Anders", stranger.email, "Contactmoment "):
        assert secret not in everything.replace("Contactmoment bij een verbetering", "")
    assert rows(as_administrator, wie=stranger.pk) == rows(as_administrator)


def test_pages_go_on(as_administrator, waterrijk):
    factories.PersonaFactory.create_batch(60, organisation=waterrijk)
    assert len(rows(as_administrator, soort="persona")) == 50
    assert len(rows(as_administrator, soort="persona", pagina=2)) == 10
    assert soup(as_administrator.get(PAGE, {"soort": "persona"})).select(".paginator a[href*=pagina]")


@pytest.mark.parametrize(
    "asked",
    [
        {"soort": "geen"},
        {"vanaf": "gisteren"},
        {"wie": "x"},
        {"rij": "-1"},
        {"pagina": "0"},
        {"pagina": "99999999999999999999"},
        {"zoek": "'\"<script>%"},
        {"tot": "9999-99-99"},
    ],
)
def test_what_cannot_be_understood_is_no_error(as_administrator, asked):
    assert as_administrator.get(PAGE, asked).status_code == 200


def test_only_administrators(as_editor, as_viewer, client):
    assert as_editor.get(PAGE).status_code == as_viewer.get(PAGE).status_code == 403
    assert client.get(PAGE).status_code == 302


def test_more_rows_ask_no_more_queries(as_administrator, waterrijk, django_assert_max_num_queries):
    for _ in range(15):
        factories.EncounterFactory(step__phase__journey__organisation=waterrijk)
    with django_assert_max_num_queries(45):
        page(as_administrator, PAGE)


def test_the_first_page_says_what_can_be_done_where(as_administrator):
    shown = page(as_administrator, "/beheer/")
    items = shown.select(".desk__item")
    assert len(items) > 15
    assert all(item.select_one("p") for item in items)
    assert {PAGE, "/beheer/organisations/user/controle/"} <= {a["href"] for a in shown.select("a[href]")}


def test_people_stand_first_and_every_part_begins_with_a_capital(as_administrator):
    names = [head.get_text(strip=True) for head in page(as_administrator, "/beheer/").select(".desk h2")]
    assert names[1] == "Organisatie en mensen"
    assert all(name[0].isupper() for name in names)


def test_each_list_and_form_explains_itself(as_administrator, administrator):
    for path in (
        "personas/persona/",
        "personas/persona/add/",
        f"organisations/user/{administrator.pk}/change/",
    ):
        assert page(as_administrator, f"/beheer/{path}").select_one(".explanation")


def test_history_of_an_administrator_needs_a_membership(elsewhere, waterrijk):
    theirs = signed_in(member(elsewhere, "administrator"))
    factories.PersonaFactory(organisation=waterrijk, name="Van hier")
    assert "Van hier" not in theirs.get(PAGE).content.decode()


def test_moments_are_written_for_people():
    noon = datetime(2026, 3, 1, 11, 0, tzinfo=UTC)
    joined = User._meta.get_field("date_joined")
    with override("nl"):
        assert Words([joined], []).word(User(date_joined=noon), joined) == "1 maart 2026 12:00"


def test_it_speaks_the_words_of_the_screens(as_administrator, waterrijk):
    member(waterrijk, "viewer")
    told = " ".join(rows(as_administrator))
    assert "Account toegevoegd" in told
    assert "Mag inloggen: ja" in told
    for word in ("Supergebruiker", "Stafstatus", "toegetreden", "Gebruiker", "Volgorde"):
        assert word not in told


def test_what_was_and_what_is_are_told_apart_in_words(as_administrator, written):
    changed = rows(as_administrator, soort="persona")[1]
    assert "Situatie: eerst Woont alleen , nu Woont samen" in changed


def test_a_tie_is_linked_and_unlinked(as_administrator, waterrijk):
    own = {"organisation": waterrijk}
    improvement = factories.ImprovementFactory(**own, journey__organisation=waterrijk)
    pain = factories.PainFactory(**own, step__phase__journey__organisation=waterrijk)
    addressed = factories.AddressedPainFactory(improvement=improvement, pain=pain, **own)
    addressed.delete()
    unlinked, linked = rows(as_administrator, soort="addressedpain")
    assert "losgekoppeld" in unlinked
    assert "gekoppeld" in linked
    assert str(addressed.pain) in linked


def test_a_place_in_the_row_counts_from_one(as_administrator, waterrijk):
    step = factories.StepFactory(phase__journey__organisation=waterrijk, order=0)
    step.order = 2
    step.save()
    moved, added = rows(as_administrator, soort="step")
    assert "Plek in de rij: eerst 1 , nu 3" in moved
    assert "Plek in de rij" not in added


def test_who_did_it_is_always_told(as_administrator, as_editor, editor, waterrijk):
    factories.PersonaFactory(organisation=waterrijk)
    as_editor.post(NEW, {"name": "Farah", "lives_here": "unknown"})
    editor.memberships.all().delete()
    by_editor, by_command = rows(as_administrator, soort="persona")
    assert "iemand die hier niet (meer) werkt" in by_editor
    assert str(editor) not in by_editor
    assert "het systeem" in by_command


def test_the_page_of_one_row_tells_it_alike(as_administrator, as_editor, waterrijk):
    as_editor.post(NEW, {"name": "Farah", "situation": "Alleen", "lives_here": "unknown"})
    persona = waterrijk.personas.get()
    shown = page(as_administrator, f"/beheer/personas/persona/{persona.pk}/history/")
    assert "Toegevoegd Naam: Farah Situatie: Alleen" in texts(shown.select("#change-history tbody tr"))[0]
