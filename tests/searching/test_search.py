"""Everything of the organisation is found, in Dutch, and nothing of another one."""

import pytest
from django.db import connection

from exchange.importer import import_document
from journeys.models import Step
from searching.search import query_of, search, vector
from searching.sources import SOURCES
from tests import factories
from tests.exchange.documents import of_size
from tests.journeys.editing import HTMX
from tests.pages import page

MAKE = {
    "journey": lambda organisation, text: factories.JourneyFactory(organisation=organisation, title=text),
    "step": lambda organisation, text: factories.make(Step, organisation, title=text),
    "pain": lambda organisation, text: factories.PainFactory(
        step=factories.make(Step, organisation), text=text
    ),
    "fact": lambda organisation, text: factories.FactFactory(
        step=factories.make(Step, organisation), text=text
    ),
    "process": lambda organisation, text: factories.ProcessStepFactory(
        step=factories.make(Step, organisation), title=text
    ),
    "improvement": lambda organisation, text: factories.ImprovementFactory(
        journey=factories.JourneyFactory(organisation=organisation), title=text
    ),
    "persona": lambda organisation, text: factories.PersonaFactory(organisation=organisation, name=text),
    "touchpoint": lambda organisation, text: factories.TouchpointFactory(
        organisation=organisation, name=text
    ),
    "party": lambda organisation, text: factories.PartyFactory(organisation=organisation, name=text),
    "life_event": lambda organisation, text: factories.LifeEventFactory(organisation=organisation, name=text),
    "finding": lambda organisation, text: factories.FindingFactory(organisation=organisation, text=text),
    "interview": lambda organisation, text: factories.InterviewFactory(organisation=organisation, notes=text),
}


def found(organisation, text: str) -> dict[str, list[int]]:
    return {one.source.kind: [row.id for row in one.rows] for one in search(organisation, text)}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.kind)
def test_every_kind_is_found_and_leads_to_where_it_is_shown(as_viewer, waterrijk, source):
    row = MAKE[source.kind](waterrijk, "Zwangerschapstest")

    [group] = [one for one in search(waterrijk, "zwangerschapstest") if one.source is source]

    assert [one.id for one in group.rows] == [row.pk]
    assert as_viewer.get(source.address(group.rows[0]).partition("#")[0]).status_code == 200


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.kind)
def test_of_another_organisation_nothing_is_found(waterrijk, elsewhere, source):
    MAKE[source.kind](elsewhere, "Zwangerschapstest")

    assert found(waterrijk, "zwangerschapstest") == {}


@pytest.mark.parametrize("text", ["erkennen", "erkenning", "ERKEN", "erk", "baby erken", "erkennen baby"])
def test_a_word_is_found_in_another_form_and_half_typed(waterrijk, text):
    pain = MAKE["pain"](waterrijk, "Je moet de baby nog erkennen")

    assert found(waterrijk, text) == {"pain": [pain.pk]}


@pytest.mark.parametrize("text", ["u", "uw", "uwv", "belt uw"])
def test_a_word_half_typed_may_look_like_one_that_is_left_out(waterrijk, text):
    pain = MAKE["pain"](waterrijk, "Het UWV belt nooit terug")

    assert found(waterrijk, text) == {"pain": [pain.pk]}


def test_all_words_have_to_be_there(waterrijk):
    MAKE["pain"](waterrijk, "Je moet de baby nog erkennen")

    assert found(waterrijk, "baby parkeren") == {}


@pytest.mark.parametrize(
    "text", ["", "   ", "'", "&|!:*()<->", "\\", "%", "__", "'; DROP TABLE x --", "a" * 200, "é' | 'b"]
)
def test_whatever_is_typed_is_no_query_of_its_own(as_viewer, waterrijk, text):
    search(waterrijk, text)

    assert as_viewer.get("/zoeken/", {"zoek": text}).status_code == 200


def test_the_last_word_may_be_half_typed():
    assert query_of("baby, erk") == "'baby' & 'erk':*"
    assert query_of(" !! ") == ""


def test_the_best_comes_first(waterrijk):
    once = MAKE["pain"](waterrijk, "De afspraak gaat over iets heel anders en duurt lang")
    twice = MAKE["pain"](waterrijk, "Een afspraak na een afspraak")

    assert found(waterrijk, "afspraak")["pain"] == [twice.pk, once.pk]


def test_one_kind_is_shown_page_by_page(as_viewer, waterrijk):
    factories.PersonaFactory.create_batch(60, organisation=waterrijk, situation="Zwanger")

    first = page(as_viewer, "/zoeken/", zoek="zwanger")
    assert len(first.select(".results__group .results__link")) == 5 + 1

    persona = page(as_viewer, "/zoeken/", zoek="zwanger", soort="persona")
    second = page(as_viewer, "/zoeken/", zoek="zwanger", soort="persona", pagina="2")
    assert [len(one.select(".results__list a")) for one in (persona, second)] == [50, 10]
    assert "pagina=2" in persona.select_one(".pagination a")["href"]
    assert not {a["href"] for a in persona.select(".results__list a")} & {
        a["href"] for a in second.select(".results__list a")
    }


def test_one_can_go_anywhere_by_its_name(as_viewer):
    found = page(as_viewer, "/zoeken/", zoek="persona")

    assert "/personas/" in [link["href"] for link in found.select("main .results__link")]


def test_only_who_may_write_is_offered_to_begin(as_viewer, as_editor):
    offered = [
        "/klantreizen/nieuw/"
        in [link["href"] for link in page(client, "/zoeken/").select("main .results__link")]
        for client in (as_viewer, as_editor)
    ]
    assert offered == [False, True]


def test_nothing_found_says_what_to_try(as_viewer):
    assert "Niets gevonden voor ‘xyzzy’" in page(as_viewer, "/zoeken/", zoek="xyzzy").text


def test_the_list_that_opens_anywhere_gets_the_results_alone(as_viewer, waterrijk):
    MAKE["persona"](waterrijk, "Farah")

    response = as_viewer.get("/zoeken/", {"zoek": "far"}, headers=HTMX)

    assert "Farah" in response.text
    assert "<html" not in response.text
    assert "announce" in response.headers["HX-Trigger"]


def test_signed_out_nothing_is_found(client):
    assert client.get("/zoeken/?zoek=farah").status_code == 302


@pytest.mark.parametrize("steps", [3, 60])
def test_searching_takes_one_query_whatever_there_is(waterrijk, steps, django_assert_num_queries):
    import_document(of_size(steps), waterrijk, by=None)

    with django_assert_num_queries(1):
        search(waterrijk, "stap")


def test_what_there_can_be_much_of_has_an_index_of_the_same_words(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, indexdef FROM pg_indexes WHERE indexname LIKE '%%_words'")
        indexes = dict(cursor.fetchall())

    big = {source.table: source for source in SOURCES if source.table in indexes}
    assert len(big) == len(indexes) == 6
    for table, source in big.items():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            words = vector(source.words)
            cursor.execute(f"EXPLAIN SELECT 1 FROM {table} row WHERE {words} @@ to_tsquery('dutch', 'x')")
            plan = "\n".join(line for (line,) in cursor.fetchall())
        assert f"{table}_words" in plan
