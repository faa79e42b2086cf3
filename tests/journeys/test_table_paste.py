"""A block of a spreadsheet over the table: shown first, then written in one change."""

import pytest
from bs4 import BeautifulSoup

from journeys.models import Change, Journey, Phase, Step
from journeys.table.clipboard import cells_of
from tests import factories
from tests.journeys.editing import parsed
from tests.pages import texts


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\n\td", [["a", ""], ["", "d"]]),
        ('"een\ntwee"\tb', [["een\ntwee", "b"]]),
        ('"zegt ""ja"""\tb', [['zegt "ja"', "b"]]),
        ('"Help" riep zij\tb', [['"Help" riep zij', "b"]]),
        ('hij zei "nee"', [['hij zei "nee"']]),
        ('"niet gesloten\nverder', [['"niet gesloten'], ["verder"]]),
        ("", [[""]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
    ],
)
def test_cells_are_read_as_spreadsheets_write_them(text, rows):
    assert cells_of(text) == rows


@pytest.fixture
def journey(step) -> Journey:
    return step.phase.journey


@pytest.fixture
def second(step) -> Step:
    return factories.StepFactory(phase=step.phase, title="Ik wacht", order=1)


@pytest.fixture
def address(url, step, second) -> str:
    return f"{url}tabel/plakken/"


def shown(client, address: str, text: str, **more) -> BeautifulSoup:
    answer = client.post(address, {"tekst": text, "kolom": "titel", **more})
    assert answer.status_code == 422
    return parsed(answer)


def sent(found: BeautifulSoup, **more) -> dict:
    """All that the form holds, as a browser sends it."""
    form, values = found.select_one("form.paste"), {}
    for box in form.select("input[name], textarea[name]"):
        is_ticked = box.get("type") in ("checkbox", "radio")
        if is_ticked and not box.has_attr("checked"):
            continue
        told = box.get("value", "on" if is_ticked else "")
        text = box.text.removeprefix("\n") if box.name == "textarea" else told
        values.setdefault(box["name"], []).append(text)
    for choice in form.select("select[name]"):
        option = choice.select_one("option[selected]") or choice.select_one("option")
        values[choice["name"]] = [option["value"]]
    return values | more


def write(client, address: str, found: BeautifulSoup, **more):
    return client.post(address, sent(found, schrijven="ja", **more))


def becomes(found: BeautifulSoup) -> list[str]:
    return texts(found.select(".paste__table tbody tr > td:last-of-type"))


def test_what_would_change_is_shown_and_nothing_is_written(as_editor, address, step):
    found = shown(as_editor, address, "Ik mail\nIk wacht lang")

    assert becomes(found) == ["Ik mail", "Ik wacht lang"]
    assert texts(found.select("#what-changes")) == ["2 cellen veranderen"]
    step.refresh_from_db()
    assert step.title == "Ik bel"


def test_all_is_written_in_one_change(as_editor, address, step, second, url, journey):
    text = (
        "Stap\tGevoel\tMoment\tDuur\tDoen\n"
        'Ik mail\tslecht\t2 weken voor de geboorte\t3 dagen\t"Mailt\nen wacht"\n'
        "Ik wacht\t+2\t\t\t"
    )
    answer = write(as_editor, address, shown(as_editor, address, text))

    assert answer.status_code == 302
    step.refresh_from_db()
    second.refresh_from_db()
    assert (step.title, step.feeling, step.offset_days, step.duration_days) == ("Ik mail", -1, -14, 3)
    assert step.doing == "Mailt\nen wacht"
    assert second.feeling == 2
    assert journey.changes.filter(kind=Change.Kind.EDIT).count() == 1

    as_editor.post(f"{url}ongedaan/")
    step.refresh_from_db()
    second.refresh_from_db()
    assert (step.title, step.doing, second.feeling) == ("Ik bel", "Belt de praktijk", None)


def test_a_block_begins_at_the_chosen_cell(as_editor, address, second):
    found = shown(as_editor, address, "Rust\tAlles online", kolom="nodig", stap=str(second.pk))
    write(as_editor, address, found)

    second.refresh_from_db()
    assert (second.needs, second.designed) == ("Rust", "Alles online")


def test_columns_that_are_hidden_are_passed_by(as_editor, address, step):
    found = shown(as_editor, f"{address}?lanen=&lanen=thinking", "goed\tRust", kolom="denken")
    write(as_editor, f"{address}?lanen=&lanen=thinking", found)

    step.refresh_from_db()
    assert (step.thinking, step.needs, step.designed) == ("goed", "Rust", "")


def test_rows_go_where_they_stood_on_screen(as_editor, address, step, second):
    found = shown(as_editor, f"{address}?sorteer=-titel", "A\nB", rij=[second.pk, step.pk], kolom="nodig")
    write(as_editor, f"{address}?sorteer=-titel", found)

    step.refresh_from_db()
    second.refresh_from_db()
    assert (second.needs, step.needs) == ("A", "B")


@pytest.mark.parametrize(
    ("text", "cell", "says"),
    [
        ("Stap\tMoment\nIk bel\tooit eens", "offset_days", "ooit eens"),
        ("Stap\tDuur\nIk bel\tlang", "duration_days", "lang"),
        ("Stap\tGevoel\nIk bel\tblij", "feeling", "blij"),
        ("Stap\tAlleen voor\nIk bel\tongehuwd", "only_for", "ongehuwd"),
        ("Stap\tDoen\nIk bel\tBelt 06-12345678", "doing", "06-12345678"),
    ],
)
def test_what_can_not_be_read_stands_beside_its_cell_and_is_not_lost(
    as_editor, address, step, text, cell, says
):
    found = shown(as_editor, address, text)

    box = found.select_one(f"[name=herstel-{step.pk}-{cell}]")
    assert says in box.text
    assert box["aria-invalid"] == "true"
    assert found.select_one(f"[id='{box['aria-describedby']}']").text.strip()
    assert write(as_editor, address, found).status_code == 422


def test_what_could_not_be_read_is_mended_in_its_cell(as_editor, address, step):
    found = shown(as_editor, address, "Stap\tMoment\nIk bel\tooit eens")
    mended = {f"herstel-{step.pk}-offset_days": "3 dagen erna"}

    assert write(as_editor, address, found, **mended).status_code == 302
    step.refresh_from_db()
    assert step.offset_days == 3


def test_what_could_not_be_read_is_left_as_it_was(as_editor, address, step):
    found = shown(as_editor, address, "Stap\tMoment\nIk mail\tooit eens")

    write(as_editor, address, found, laat=f"{step.pk}-offset_days")

    step.refresh_from_db()
    assert (step.title, step.offset_days) == ("Ik mail", None)


def test_empty_cells_leave_what_is_there_unless_asked(as_editor, address, step):
    text = "Stap\tDoen\nIk mail\t"
    write(as_editor, address, shown(as_editor, address, text))
    step.refresh_from_db()
    assert (step.title, step.doing) == ("Ik mail", "Belt de praktijk")

    write(as_editor, address, shown(as_editor, address, text, leeg="on"))
    step.refresh_from_db()
    assert step.doing == ""


def test_newer_text_of_someone_else_is_never_overwritten_unseen(as_editor, address, step):
    found = shown(as_editor, address, "Stap\tDoen\nIk bel\tMailt")
    Step.objects.filter(pk=step.pk).update(doing="Van een ander")

    refused = write(as_editor, address, found)

    step.refresh_from_db()
    assert (refused.status_code, step.doing) == (422, "Van een ander")
    assert "Van een ander" in parsed(refused).select_one(".theirs").text

    write(as_editor, address, parsed(refused))
    step.refresh_from_db()
    assert step.doing == "Mailt"


def test_a_cell_that_someone_else_changed_since_is_shown_first(as_editor, address, step):
    found = shown(as_editor, address, "Stap\tDoen\nIk mail\tBelt de praktijk")
    Step.objects.filter(pk=step.pk).update(doing="Van een ander")

    assert write(as_editor, address, found).status_code == 422
    step.refresh_from_db()
    assert step.doing == "Van een ander"


def test_a_step_that_is_gone_meanwhile_moves_no_text_to_another(as_editor, address, step, second):
    found = shown(as_editor, address, "Ik mail\nIk zing")
    step.delete()

    assert write(as_editor, address, found).status_code == 422
    second.refresh_from_db()
    assert second.title == "Ik wacht"


def test_more_rows_than_steps_become_new_steps_when_asked(as_editor, address, step, journey):
    other = factories.PhaseFactory(journey=journey, name="Daarna", order=10_000)
    text = "Stap\tFase\tGevoel\nIk bel\t\t\nIk wacht\t\t\nIk ga erheen\tdaarna\tgoed\nIk kom terug\t\t"
    found = shown(as_editor, address, text)
    assert "2 rijen meer" in found.select_one(".paste__more legend").text
    assert write(as_editor, address, found).status_code == 422

    offered = parsed(write(as_editor, address, found, nieuw="maken", fase=step.phase_id))
    assert write(as_editor, address, offered, nieuw="maken").status_code == 302

    assert list(other.steps.values_list("title", "feeling")) == [("Ik ga erheen", 1)]
    assert [one.title for one in step.phase.steps.all()] == ["Ik bel", "Ik wacht", "Ik kom terug"]
    assert journey.changes.count() == 1


def test_more_rows_than_steps_are_left_out_when_asked(as_editor, address, journey):
    found = shown(as_editor, address, "Ik mail\nIk wacht\nIk ga erheen")

    assert write(as_editor, address, found, nieuw="weg").status_code == 302
    assert Step.objects.filter(phase__journey=journey).count() == 2


def test_columns_in_which_nothing_is_typed_are_told(as_editor, address):
    found = shown(as_editor, address, "Nr.\tStap\tKnelpunten\n1\tIk mail\tTe laat")

    assert "Nr., Knelpunten" in found.select_one("form").text


def test_a_viewer_pastes_nothing(as_viewer, address):
    assert as_viewer.post(address, {"tekst": "x"}).status_code == 403


def test_nothing_pasted_is_told_beside_the_field(as_editor, address):
    assert shown(as_editor, address, "").select_one(".field__error")


def test_a_phase_of_another_journey_is_none_of_ours(as_editor, address, journey):
    stranger: Phase = factories.PhaseFactory()
    found = shown(as_editor, address, "Ik bel\nIk wacht\nNieuw", nieuw="maken", fase=stranger.pk)

    assert str(stranger.pk) not in [option["value"] for option in found.select("#more-phase option")]
    write(as_editor, address, found, nieuw="maken", fase=stranger.pk)
    assert not stranger.steps.exists()
