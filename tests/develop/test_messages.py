from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from django.apps import apps

from develop import messages


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A small clone with one text in Python and three in a template."""
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "words.py").write_text('from x import gettext_lazy as _\nSTEP = _("step")\n')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(
        '{% load i18n %}\n  <h1>{% translate "It\'s a map" %}</h1>\n'
        "    {% blocktranslate count days=days trimmed %}\n  {{ days }} day\n{% plural %}{{ days }} days"
        '{% endblocktranslate %}\n  {% translate "May" context "month" %}\n'
    )
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "CATALOG", tmp_path / "locale" / "django.po")
    return tmp_path


def translate_all() -> None:
    text = messages.CATALOG.read_text()
    for source, dutch in (("step", "stap"), ("It's a map", "Een kaart"), ("May", "mei")):
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{dutch}"')
    text = text.replace('msgstr[0] ""', 'msgstr[0] "een dag"').replace(
        'msgstr[1] ""', 'msgstr[1] "%(days)s dagen"'
    )
    messages.CATALOG.write_text(text)


def test_texts_of_python_and_templates_are_collected(clone):
    texts = {message.id for message in messages.collected()}

    assert texts >= {"step", "It's a map", ("%(days)s day", "%(days)s days"), "May"}


def test_a_new_text_is_a_problem_until_it_is_translated(clone):
    assert len(messages.problems()) == 4

    messages.update()
    assert all(problem.startswith("no translation") for problem in messages.problems())

    translate_all()
    assert messages.problems() == []


def test_collecting_again_keeps_translations_and_changes_nothing(clone):
    messages.update()
    translate_all()
    messages.update()
    before = messages.CATALOG.read_bytes()

    messages.update()

    assert messages.CATALOG.read_bytes() == before
    assert messages.problems() == []


def test_the_catalog_names_files_and_no_lines(clone):
    messages.update()

    text = messages.CATALOG.read_text()
    assert "#: journeys/words.py\n" in text
    assert "Date" not in text


def test_a_text_that_is_no_longer_used_is_a_problem_and_goes(clone):
    messages.update()
    translate_all()
    (clone / "journeys" / "words.py").write_text("")

    assert messages.problems() == ["no longer used (run `make messages`): 'step'"]

    messages.update()
    assert "stap" not in messages.CATALOG.read_text()


def test_compiled_texts_are_written_when_the_catalog_changed(clone):
    messages.update()
    translate_all()

    messages.compile_changed()

    compiled = read_mo(BytesIO(messages.CATALOG.with_suffix(".mo").read_bytes()))
    assert compiled["step"].string == "stap"


@pytest.mark.parametrize("dutch", ["stappen", "%(other)s stappen", "%(steps)s stappen van %(other)s"])
def test_other_placeholders_in_a_translation_are_a_problem(dutch):
    problems = messages.problems_of(Message("%(steps)s steps", dutch))

    assert problems == ["other placeholders in the translation: '%(steps)s steps'"]


def test_the_singular_may_leave_the_number_out():
    message = Message(("%(days)s day", "%(days)s days"), ("een dag", "%(days)s dagen"))

    assert messages.problems_of(message) == []


def test_a_fuzzy_translation_is_a_problem():
    catalog = Catalog()
    message = catalog.add("step", "stap", flags={"fuzzy"})

    assert messages.problems_of(message) == ["fuzzy: 'step'"]


def test_no_app_of_ours_is_passed_over():
    ours = {app.name for app in apps.get_app_configs() if Path(app.path).parent == messages.ROOT}

    assert ours - set(messages.PACKAGES) == set()
