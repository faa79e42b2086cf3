"""`manage.py journey import`, `export` and `figures`: for administrators and scripts."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.importer import import_document
from journeys.models import Journey, Step
from tests.exchange.documents import BALIE, document, text_after_import, with_steps

FARAH = document(life_event={"name": "Een kind krijgen", "situations": ["ongehuwd", "één ouder"]})
BROKEN = with_steps({"title": "A", "feeling": 9, "only_for": ["ongehuwd"]})


def run(*arguments: str, **options) -> str:
    out = io.StringIO()
    call_command("journey", *arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "journey.json"
    path.write_text(json.dumps(FARAH), encoding="utf-8")
    return path


@pytest.fixture
def farah(waterrijk) -> Journey:
    return import_document(FARAH, waterrijk, by=None)


def test_import_prints_the_number_of_the_new_journey(waterrijk, file):
    printed = run("import", str(file), "--organisation", "waterrijk")

    assert printed == f"{waterrijk.journeys.get().pk}\n"


def test_import_reads_standard_input(waterrijk, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(FARAH).encode())))

    run("import", "-", "--organisation", "waterrijk")

    assert waterrijk.journeys.get().title == FARAH["journey"]["title"]


def test_import_remembers_for_whom(waterrijk, editor, tmp_path):
    file = tmp_path / "journey.json"
    file.write_text(json.dumps(with_steps({"title": "A"})))

    run("import", str(file), "--organisation", "waterrijk", "--as", editor.email.upper())

    event = Step.pgh_event_model.objects.select_related("pgh_context").get()
    assert event.pgh_context.metadata["user"] == editor.pk


def test_import_tells_every_error_with_its_path_and_stores_nothing(waterrijk, file):
    file.write_text(json.dumps(BROKEN))
    errors = io.StringIO()

    with pytest.raises(CommandError) as refused:
        run("import", str(file), "--organisation", "waterrijk", stderr=errors)

    told = errors.getvalue().splitlines()
    assert [line.split(": ")[0] for line in told] == [
        "$.phases[0].steps[0].feeling",
        "$.phases[0].steps[0].only_for[0]",
    ]
    assert "2" in str(refused.value)
    assert refused.value.returncode == 1
    assert not Journey.objects.exists()
    assert not waterrijk.personas.exists()


def test_errors_are_told_in_the_language_of_who_imports(waterrijk, editor, file):
    file.write_text("{")
    editor.language = "en"
    editor.save()
    errors = io.StringIO()

    with pytest.raises(CommandError):
        run("import", str(file), "--organisation", "waterrijk", "--as", editor.email, stderr=errors)

    assert "This file is not JSON" in errors.getvalue()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("import", "FILE", "--organisation", "nergens"), "nergens"),
        (("import", "FILE", "--organisation", "waterrijk", "--as", "x@example.org"), "x@example.org"),
        (("import", "/nowhere/journey.json", "--organisation", "waterrijk"), "/nowhere/journey.json"),
        (("import", "/", "--organisation", "waterrijk"), "/"),
        (("export", "404404"), "404404"),
        (("export", str(10**30)), str(10**30)),
        (("figures", "404404"), "404404"),
    ],
)
def test_what_is_not_there_is_named(waterrijk, file, arguments, named):
    arguments = [str(file) if argument == "FILE" else argument for argument in arguments]

    with pytest.raises(CommandError) as refused:
        run(*arguments)

    assert named in str(refused.value)
    assert not Journey.objects.exists()


def test_export_prints_the_document_and_nothing_else(farah, elsewhere):
    printed = run("export", str(farah.pk))

    assert json.loads(printed) == FARAH
    assert text_after_import(printed, elsewhere) == printed


def test_figures_are_of_the_journey_and_of_its_life_event(waterrijk, farah):
    family = {
        "key": "f",
        "name": "Familie",
        "channel": "other",
        "party": {"name": "Kring", "kind": "network"},
    }
    meets = {"title": "Ik bel", "encounters": [{"touchpoint": "f"}]}
    for persona in ("Noor", "Jolanda"):
        told = with_steps(
            meets, life_event=FARAH["life_event"], persona={"name": persona}, touchpoints=[family]
        )
        import_document(told, waterrijk, by=None)
    desired = {**told, "journey": {"title": "Gewenst", "kind": "to_be"}}
    import_document(desired, waterrijk, by=None)

    figures = json.loads(run("figures", str(farah.pk)))

    assert list(figures) == ["journey", "steps", "improvements", "life_event"]
    assert figures["journey"]["first_contact"] is None
    [place] = figures["life_event"]["places"]
    assert place == {"name": "Familie", "party": "Kring", "channel": "other", "journeys": 2, "personas": 2}


def test_figures_leave_other_life_events_and_organisations_out(waterrijk, elsewhere, farah):
    touched = {"title": "A", "encounters": [{"touchpoint": "balie"}]}
    partner = {**BALIE, "party": {"name": "Ziekenhuis", "kind": "partner"}}
    told = with_steps(touched, touchpoints=[partner], life_event=FARAH["life_event"])
    import_document(told, elsewhere, by=None)
    import_document({**told, "life_event": {"name": "Verhuizen"}}, waterrijk, by=None)

    assert json.loads(run("figures", str(farah.pk)))["life_event"]["places"] == []


def test_figures_of_a_situation_count_only_its_route(waterrijk):
    steps = [
        {"title": "A", "only_for": ["ongehuwd"]},
        {"title": "B", "only_for": ["één ouder"]},
        {"title": "C"},
    ]
    journey = import_document(with_steps(*steps, life_event=FARAH["life_event"]), waterrijk, by=None)

    def titles(*names: str) -> list[str]:
        chosen = [argument for name in names for argument in ("--situation", name)]
        return [step["title"] for step in json.loads(run("figures", str(journey.pk), *chosen))["steps"]]

    assert titles() == ["A", "B", "C"]
    assert titles("ongehuwd") == ["A", "C"]
    assert titles("ongehuwd", "één ouder") == ["A", "B", "C"]


def test_an_unknown_situation_is_refused(farah):
    with pytest.raises(CommandError, match="gescheiden") as refused:
        run("figures", str(farah.pk), "--situation", "gescheiden")

    assert "ongehuwd, één ouder" in str(refused.value)


def test_figures_need_the_same_number_of_queries_for_more_journeys(
    waterrijk, farah, django_assert_num_queries
):
    with CaptureQueriesContext(connection) as queries:
        run("figures", str(farah.pk))
    for _ in range(5):
        import_document(FARAH, waterrijk, by=None)

    with django_assert_num_queries(len(queries)):
        run("figures", str(farah.pk))


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """As from a shell, with the database of the tests."""
    at = connection.settings_dict
    place = urlencode({"host": at["HOST"] or "localhost", "port": at["PORT"] or "5432"})
    account = f"{quote(at['USER'], safe='')}:{quote(at['PASSWORD'], safe='')}"
    database = f"postgres://{account}@/{at['NAME']}?{place}"
    return subprocess.run(
        [sys.executable, "manage.py", "journey", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": database, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.django_db(transaction=True)
def test_standard_output_holds_the_text_alone_in_utf_8_whatever_the_terminal(farah):
    shell = manage("export", str(farah.pk), PYTHONIOENCODING="ascii", LOG_LEVEL="DEBUG")

    assert shell.returncode == 0
    assert shell.stdout.decode("utf-8") == run("export", str(farah.pk))


@pytest.mark.django_db(transaction=True)
def test_a_refusal_ends_with_code_1_and_shows_no_traceback(waterrijk, file):
    file.write_text(json.dumps(BROKEN))

    shell = manage("import", str(file), "--organisation", "waterrijk")

    assert shell.returncode == 1
    assert shell.stdout == b""
    assert b"$.phases[0].steps[0].feeling: " in shell.stderr
    assert b"Traceback" not in shell.stderr
