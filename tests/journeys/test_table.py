"""The table: a row a step, filtered and sorted by the address, and edited cell by cell."""

import pytest
from bs4 import BeautifulSoup

from journeys.models import Journey, Step
from tests import factories
from tests.journeys.editing import HTMX, filled, parsed
from tests.pages import page, texts

FIELDS = {
    "titel": ("title", "Ik mail"),
    "doen": ("doing", "Mailt"),
    "denken": ("thinking", "Wie helpt mij?"),
    "nodig": ("needs", "Rust"),
    "bedacht": ("designed", "Alles kan online"),
}


@pytest.fixture
def table(url) -> str:
    return f"{url}tabel/"


@pytest.fixture
def journey(step) -> Journey:
    return step.phase.journey


@pytest.fixture
def later(step) -> Step:
    """Of a second phase, with more known of it."""
    phase = factories.PhaseFactory(journey=step.phase.journey, name="Daarna", order=10_000)
    return factories.StepFactory(
        phase=phase, title="Aan de balie", order=0, feeling=-2, offset_days=14, duration_days=21
    )


def rows(found: BeautifulSoup) -> list[str]:
    return texts(found.select("#table tbody th .table__text"))


def column(found: BeautifulSoup, key: str) -> list[str]:
    return texts(found.select(f"#table tbody [data-column={key}]"))


def on_table(table: str, cell: str = "") -> dict[str, str]:
    target = {"HX-Target": f"div#{cell}-editor"} if cell else {}
    return HTMX | target | {"HX-Current-URL": f"http://testserver{table}"}


def test_each_step_is_a_row_with_what_is_known_of_it(as_editor, step, later, table):
    factories.OwnEncounterFactory(step=later, touchpoint__name="Geboorteaangifte")
    found = page(as_editor, table)

    assert rows(found) == ["Ik bel", "Aan de balie"]
    assert column(found, "nummer") == ["1", "2"]
    assert column(found, "doen")[0] == "Belt de praktijk"
    assert column(found, "moment")[1] == "2 weken na geboorte"
    assert column(found, "duur")[1] == "3 weken"
    assert "heel slecht" in column(found, "gevoel")[1]
    assert column(found, "contact")[1].startswith("Geboorteaangifte")


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("titel", ["Aan de balie", "Ik bel"]),
        ("-titel", ["Ik bel", "Aan de balie"]),
        ("-fase", ["Aan de balie", "Ik bel"]),
        ("gevoel", ["Aan de balie", "Ik bel"]),
        ("-gevoel", ["Aan de balie", "Ik bel"]),
        ("verzonnen", ["Ik bel", "Aan de balie"]),
    ],
)
def test_the_address_sorts_and_what_is_not_known_comes_last(as_viewer, later, table, sort, order):
    assert rows(page(as_viewer, table, sorteer=sort)) == order


def test_sorting_is_told_and_leaves_the_journey_as_it_is(as_viewer, step, later, table):
    found = page(as_viewer, table, sorteer="-titel")

    assert found.select_one("#kop-titel")["aria-sort"] == "descending"
    assert found.select_one("#kop-doen")["aria-sort"] == "none"
    assert "de volgorde van de klantreis blijft" in found.select_one("#table-said").text
    assert column(found, "nummer") == ["1", "2"]
    assert list(Step.objects.order_by("phase__order").values_list("pk", flat=True)) == [step.pk, later.pk]


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ({"zoek": "BALÍE"}, ["Aan de balie"]),
        ({"zoek": "praktijk"}, ["Ik bel"]),
        ({"mist": "gevoel"}, ["Ik bel"]),
        ({"mist": ["gevoel", "moment"]}, ["Ik bel"]),
        ({"mist": "bewijs"}, ["Ik bel", "Aan de balie"]),
        ({"beeld": "in"}, ["Aan de balie"]),
        ({"beeld": "buiten"}, ["Ik bel"]),
        ({"beeld": "verzonnen", "fase": "x", "mist": "y"}, ["Ik bel", "Aan de balie"]),
        ({"zoek": "komt niet voor"}, []),
    ],
)
def test_the_address_filters(as_viewer, later, table, asked, order):
    factories.OwnEncounterFactory(step=later)

    assert rows(page(as_viewer, table, **asked)) == order


def test_one_phase_alone_and_how_many_steps_that_are(as_viewer, later, table):
    found = page(as_viewer, table, fase=later.phase_id)

    assert rows(found) == ["Aan de balie"]
    assert "1 van 2 stappen" in found.select_one("#table-said").text


def test_filter_and_order_stay_when_a_lane_is_hidden(as_viewer, step, table):
    found = page(as_viewer, table, zoek="bel", sorteer="titel")

    kept = {box["name"]: box["value"] for box in found.select("[data-lane-choice] input[type=hidden]")}
    assert {"zoek": "bel", "sorteer": "titel"}.items() <= kept.items()


def test_columns_hide_with_their_lane(as_viewer, step, table):
    found = page(as_viewer, table)

    for key, lane in {
        "doen": "doing",
        "bedacht": "doing",
        "nodig": "thinking",
        "contact": "contacts",
    }.items():
        assert {cell["data-lane"] for cell in found.select(f"#table [data-column={key}]")} == {lane}


def test_a_viewer_reads_it(as_viewer, step, table):
    found = page(as_viewer, table)

    assert not found.select("[data-cell], .cell__edit, template[data-editor-of]")
    assert not found.select("#table[role=grid]")


@pytest.mark.parametrize("key", FIELDS)
def test_a_cell_is_saved_and_only_its_row_is_drawn_again(as_editor, step, later, url, table, key):
    field, text = FIELDS[key]
    address, cell = f"{url}stappen/{step.pk}/cel/{key}/", f"c{step.pk}-{key}"
    answer = as_editor.post(
        address, {field: text, f"initial-{field}": getattr(step, field)}, headers=on_table(table, cell)
    )

    step.refresh_from_db()
    assert getattr(step, field) == text
    targets = [part["hx-target"] for part in parsed(answer).select("hx-partial")]
    assert f"#stap-{step.pk}" in targets
    assert not {f"#stap-{later.pk}", "#lens"} & set(targets)


@pytest.mark.parametrize(
    ("key", "field", "typed", "kept"),
    [
        ("moment", "offset_days", "20 weken voor de geboorte", -140),
        ("moment", "offset_days", "", None),
        ("duur", "duration_days", "2 weken", 14),
        ("duur", "duration_days", "3", 3),
        ("duur", "duration_days", "half jaar", 183),
        ("gevoel", "feeling", "-2", -2),
    ],
)
def test_moments_and_lengths_are_typed_in_words(as_editor, later, url, key, field, typed, kept):
    as_editor.post(f"{url}stappen/{later.pk}/cel/{key}/", {field: typed})

    later.refresh_from_db()
    assert getattr(later, field) == kept


@pytest.mark.parametrize(
    ("key", "field"), [("moment", "offset_days"), ("duur", "duration_days"), ("titel", "title")]
)
def test_what_can_not_be_read_is_told_and_kept(as_editor, later, url, key, field):
    text = "" if field == "title" else "ooit eens"
    answer = as_editor.post(f"{url}stappen/{later.pk}/cel/{key}/", {field: text}, headers=HTMX)

    assert answer.status_code == 422
    assert parsed(answer).select_one(".field__error")
    assert text in str(parsed(answer).select_one("form"))


def test_situations_are_chosen_in_a_cell(as_editor, step, url):
    situation = factories.SituationFactory(life_event=step.phase.journey.life_event)

    as_editor.post(f"{url}stappen/{step.pk}/cel/situaties/", {"only_for": [situation.pk]})

    assert list(step.only_for.all()) == [situation]


def test_newer_text_of_someone_else_is_shown_in_the_cell(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/cel/doen/"
    mine = filled(as_editor, address)
    Step.objects.filter(pk=step.pk).update(doing="Van een ander")

    answer = as_editor.post(address, {**mine, "doing": "Van mij"}, headers=HTMX)

    step.refresh_from_db()
    assert (answer.status_code, step.doing) == (422, "Van een ander")
    assert "Van een ander" in parsed(answer).select_one(".theirs").text


def test_without_htmx_a_cell_is_a_page_that_leads_back(as_editor, step, url, table):
    answer = as_editor.post(f"{url}stappen/{step.pk}/cel/doen/", {"doing": "Mailt"})

    assert answer.url == f"{table}#c{step.pk}-doen"


@pytest.mark.parametrize("key", ["fase", "nummer", "contact", "verzonnen"])
def test_a_column_without_a_form_is_not_found(as_editor, step, url, key):
    assert as_editor.get(f"{url}stappen/{step.pk}/cel/{key}/").status_code == 404


def test_the_row_that_is_edited_stays_where_it_is_in_a_filter(as_editor, step, url, table):
    address = f"{url}stappen/{step.pk}/cel/gevoel/"
    headers = on_table(f"{table}?mist=gevoel", f"c{step.pk}-gevoel")
    answer = as_editor.post(address, {"feeling": "1", "initial-feeling": ""}, headers=headers)

    assert parsed(answer).select(f"hx-partial[hx-target='#stap-{step.pk}'] tr")
