"""Two people on one page of a persona, a journey, a touchpoint …: nothing is overwritten unseen."""

import pytest

from tests import factories
from tests.journeys.editing import filled, parsed

ROWS = [
    (factories.PersonaFactory, "situation", "quote"),
    (factories.JourneyFactory, "goal", "title"),
    (factories.LifeEventFactory, "name", "anchor"),
    (factories.TouchpointFactory, "name", "product_name"),
    (factories.PartyFactory, "name", None),
    (factories.ProductFactory, "name", "uri"),
    (factories.InterviewFactory, "notes", "code"),
    (factories.FindingFactory, "text", "source"),
]
NAMES = [factory._meta.model.__name__ for factory, *_ in ROWS]


def chosen(client, address: str) -> dict:
    """What the form holds, with what is chosen in its lists."""
    form = parsed(client.get(address)).select_one("main form")
    radios = {field["name"]: field["value"] for field in form.select("input[type=radio][checked]")}
    lists = {
        box["name"]: (box.select_one("option[selected]") or {"value": ""})["value"]
        for box in form.select("select")
    }
    unchecked = [field["name"] for field in form.select("input[type=checkbox]:not([checked])")]
    held = {name: value for name, value in filled(client, address).items() if name not in unchecked}
    return held | radios | lists


@pytest.mark.parametrize(("factory", "field", "other"), ROWS, ids=NAMES)
def test_newer_text_of_someone_else_is_shown(as_editor, waterrijk, factory, field, other):
    row = factory(organisation=waterrijk)
    address = row.get_absolute_url() + "bewerken/"
    mine = chosen(as_editor, address)
    type(row).objects.filter(pk=row.pk).update(**{field: "Van een ander"})

    refused = as_editor.post(address, {**mine, field: "Van mij"})

    row.refresh_from_db()
    assert refused.status_code == 422
    assert getattr(row, field) == "Van een ander"
    form = parsed(refused)
    assert "Van een ander" in form.select_one(".theirs").text
    box = form.select_one(f"main [name={field}]")
    assert (box.get("value") or box.text).strip() == "Van mij"


@pytest.mark.parametrize(("factory", "field", "other"), ROWS, ids=NAMES)
def test_different_fields_never_conflict(as_editor, waterrijk, factory, field, other):
    row = factory(organisation=waterrijk)
    address = row.get_absolute_url() + "bewerken/"
    mine = chosen(as_editor, address)
    theirs = {**mine, field: "Van een ander"}
    assert as_editor.post(address, theirs).status_code == 302

    if other:
        text = "http://standaarden.overheid.nl/x" if other == "uri" else "Iets"
        assert as_editor.post(address, {**mine, other: text}).status_code == 302
        if other != "product_name":
            assert getattr(type(row).objects.get(pk=row.pk), other) == text
    assert getattr(type(row).objects.get(pk=row.pk), field) == "Van een ander"
