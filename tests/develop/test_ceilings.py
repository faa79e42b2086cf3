import pytest

from develop import ceilings


@pytest.fixture
def clone(tmp_path, monkeypatch):
    monkeypatch.setattr(ceilings, "ROOT", tmp_path)
    return tmp_path


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n" * lines)


@pytest.mark.parametrize(
    ("name", "ceiling"),
    [
        ("journeys/figures.py", 300),
        ("templates/journeys/map.html", 60),
        ("templates/journeys/_step.html", 40),
        ("static/css/components/step.css", 250),
        ("static/js/open.js", 100),
    ],
)
def test_a_file_may_not_grow_past_its_ceiling(clone, name, ceiling):
    write(clone / name, ceiling)
    assert list(ceilings.problems()) == []

    write(clone / name, ceiling + 1)
    assert list(ceilings.problems()) == [f"{name}: {ceiling + 1} lines, {ceiling} at most"]


def test_migrations_and_what_others_wrote_have_no_ceiling(clone):
    write(clone / "journeys/migrations/0001_initial.py", 900)
    write(clone / "static/js/vendor/htmx.js", 900)

    assert list(ceilings.problems()) == []
