"""A way to look at a journey, kept under a name: for oneself, or for everyone of the organisation."""

from urllib.parse import parse_qs, urlsplit

import pytest

from journeys.models import Journey, SavedView
from tests import factories
from tests.journeys.editing import HTMX, parsed
from tests.pages import page, texts


@pytest.fixture
def journey(step) -> Journey:
    factories.SituationFactory(life_event=step.phase.journey.life_event, name="ongehuwd")
    return step.phase.journey


@pytest.fixture
def views(journey) -> str:
    return f"{journey.get_absolute_url()}weergaven/"


@pytest.fixture
def looked_at(journey) -> str:
    return f"{journey.get_absolute_url()}tabel/?situatie=ongehuwd&lanen=&lanen=doing&sorteer=-titel&stap=3"


@pytest.fixture
def shared(journey, administrator) -> SavedView:
    """By someone else."""
    return factories.SavedViewFactory(
        journey=journey, name="Voor de raad", shared=True, made_by=administrator
    )


def save(client, views: str, name: str, hier: str = "", **more):
    return client.post(views, {"name": name, "hier": hier, **more})


def names(client, views: str) -> list[str]:
    return texts(page(client, views).select(".saved-views__name"))


def test_lens_situation_lanes_and_settings_are_kept_and_opened(as_editor, views, looked_at):
    answer = save(as_editor, views, "Mijn hoekje", looked_at)
    assert urlsplit(answer.url).path == urlsplit(looked_at).path

    leads = as_editor.get(SavedView.objects.get().get_absolute_url()).url

    assert urlsplit(leads).path == urlsplit(looked_at).path
    assert parse_qs(urlsplit(leads).query) == {
        "situatie": ["ongehuwd"],
        "lanen": ["doing"],
        "sorteer": ["-titel"],
    }


def test_lanes_that_a_cookie_hides_are_kept_too(as_editor, journey, views):
    as_editor.get(f"{journey.get_absolute_url()}?lanen=&lanen=pains")

    save(as_editor, views, "Knelpunten", journey.get_absolute_url())

    assert parse_qs(SavedView.objects.get().query) == {"lanen": ["pains"]}


def test_all_lanes_show_in_a_view_that_hides_none(as_editor, journey, views):
    save(as_editor, views, "Alles", journey.get_absolute_url())
    as_editor.get(f"{journey.get_absolute_url()}?lanen=")  # meanwhile all are hidden

    leads = as_editor.get(SavedView.objects.get().get_absolute_url()).url

    assert parse_qs(urlsplit(leads).query) == {"lanen": ["alle"]}


def test_what_is_private_is_there_for_nobody_else(as_editor, as_viewer, as_administrator, views, looked_at):
    save(as_editor, views, "Mijn hoekje", looked_at)

    assert names(as_editor, views) == ["Mijn hoekje"]
    for other in (as_viewer, as_administrator):
        assert names(other, views) == []
        assert other.get(SavedView.objects.get().get_absolute_url()).status_code == 404


def test_what_is_shared_is_there_for_everyone_of_the_organisation(
    as_editor, as_viewer, as_stranger, views, looked_at
):
    save(as_editor, views, "Voor allen", looked_at, shared="on")

    assert names(as_viewer, views) == ["Voor allen"]
    assert as_viewer.get(SavedView.objects.get().get_absolute_url()).status_code == 302
    assert as_stranger.get(SavedView.objects.get().get_absolute_url()).status_code == 404


def test_a_viewer_keeps_private_views_and_shares_none(as_viewer, views, looked_at):
    assert not page(as_viewer, views).select("[name=shared]")

    save(as_viewer, views, "Voor mij", looked_at, shared="on")

    assert SavedView.objects.get().shared is False


@pytest.mark.parametrize("action", ["bewerken/", "verwijderen/", "bijwerken/"])
def test_a_shared_view_is_changed_by_who_made_it_or_an_administrator(
    as_editor, as_administrator, shared, action
):
    address = f"{shared.get_absolute_url()}{action}"

    assert as_editor.post(address, {"name": "x"}).status_code == 403
    assert as_administrator.post(address, {"name": "x"}).status_code == 302


def test_a_view_gets_another_name_and_is_shared_no_more(as_administrator, shared):
    as_administrator.post(f"{shared.get_absolute_url()}bewerken/", {"name": "Voor mij"})

    shared.refresh_from_db()
    assert (shared.name, shared.shared) == ("Voor mij", False)


def test_a_view_is_brought_up_to_how_it_is_now(as_administrator, shared, looked_at):
    as_administrator.post(f"{shared.get_absolute_url()}bijwerken/", {"hier": looked_at})

    shared.refresh_from_db()
    assert (shared.lens, shared.name) == ("tabel", "Voor de raad")
    assert parse_qs(shared.query)["sorteer"] == ["-titel"]


def test_a_view_is_deleted_and_the_journey_stays(as_administrator, shared, journey):
    assert as_administrator.get(f"{shared.get_absolute_url()}verwijderen/").status_code == 200
    as_administrator.post(f"{shared.get_absolute_url()}verwijderen/")

    assert not SavedView.objects.exists()
    assert Journey.objects.filter(pk=journey.pk).exists()


def test_a_situation_that_is_gone_is_left_out_and_told(as_editor, views, looked_at, journey):
    save(as_editor, views, "Mijn hoekje", looked_at)
    journey.life_event.situations.all().delete()

    answer = as_editor.get(SavedView.objects.get().get_absolute_url(), follow=True)

    assert answer.status_code == 200
    assert answer.request["PATH_INFO"].endswith("/tabel/")
    assert "ongehuwd" in parsed(answer).select_one("#messages").text


def test_a_situation_with_another_name_is_still_the_one_that_was_chosen(as_editor, views, looked_at, journey):
    save(as_editor, views, "Mijn hoekje", looked_at)
    journey.life_event.situations.filter(name="ongehuwd").update(name="niet getrouwd")

    answer = as_editor.get(SavedView.objects.get().get_absolute_url())

    assert parse_qs(answer.url.partition("?")[2])["situatie"] == ["niet getrouwd"]
    assert "niet getrouwd" in parsed(as_editor.get(views)).select_one(".saved-views").text


def test_a_lens_that_is_gone_is_the_map_and_told(as_editor, shared, journey):
    SavedView.objects.update(lens="vroeger")

    answer = as_editor.get(shared.get_absolute_url(), follow=True)

    assert answer.request["PATH_INFO"] == journey.get_absolute_url()
    assert parsed(answer).select_one("#messages .utrecht-alert")


def test_a_name_is_had_once_by_a_person(as_editor, as_viewer, views, looked_at):
    save(as_editor, views, "Raad", looked_at)
    refused = save(as_editor, views, "Raad", looked_at)

    assert refused.status_code == 422
    assert parsed(refused).select_one("[data-invalid] .field__error")
    assert parsed(refused).select_one("[name=hier]")["value"].startswith(urlsplit(looked_at).path)
    assert save(as_viewer, views, "Raad", looked_at).status_code == 302


@pytest.mark.parametrize(
    "hier", ["https://elders.example/", "//elders.example/", "/admin/", "x", "/\x00", ""]
)
def test_another_address_is_the_map(as_editor, views, journey, hier):
    answer = save(as_editor, views, "Kaart", hier)

    assert urlsplit(answer.url).path == journey.get_absolute_url()
    assert SavedView.objects.get().lens == ""


def test_the_menu_knows_what_is_on_screen(as_editor, views, looked_at):
    answer = as_editor.get(views, headers=HTMX | {"HX-Current-URL": f"http://testserver{looked_at}"})

    assert not parsed(answer).select("html")
    assert "ongehuwd" in parsed(answer).select_one(".saved-views__new").text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("op-tijd/?schaal=weken", "ingezoomd"),
        ("tabel/?sorteer=-titel", "gefilterd of gesorteerd"),
        ("?verschil=ja", "gefilterd of gesorteerd"),
    ],
)
def test_the_menu_says_what_is_different_about_it(as_editor, journey, views, path, words):
    at = f"http://testserver{journey.get_absolute_url()}{path}"
    answer = as_editor.get(views, headers=HTMX | {"HX-Current-URL": at})

    assert parsed(answer).select_one(".saved-views__new").text.split(" · ")[-1].startswith(words)


@pytest.mark.parametrize("path", ["", "op-tijd/", "tabel/", "lijst/", "knelpunten/", "inzichten/"])
def test_every_lens_has_the_menu(as_viewer, journey, views, path):
    found = page(as_viewer, f"{journey.get_absolute_url()}{path}")

    assert found.select_one("[data-saved-views] summary")["hx-get"] == views
    assert found.select_one("[data-saved-views] .menu a")["href"].startswith(views)


def test_saving_a_view_is_no_change_of_the_journey(as_editor, views, looked_at, journey):
    journey.refresh_from_db()
    before = journey.version
    save(as_editor, views, "Raad", looked_at, shared="on")

    journey.refresh_from_db()
    assert journey.version == before
    assert not journey.changes.exists()


@pytest.mark.parametrize("count", [1, 30])
def test_the_menu_takes_as_many_queries_however_many_views(
    as_editor, administrator, views, journey, count, django_assert_num_queries
):
    factories.SavedViewFactory.create_batch(count, journey=journey, shared=True, made_by=administrator)

    with django_assert_num_queries(3 + 3):  # who asks; the journey, its views and its situations
        as_editor.get(views)
