"""On the narrowest phone every kind of cell is opened, filled in and saved with a thumb."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from improvements.models import Improvement
from journeys.models import Encounter, Fact, Pain, Phase, Step
from personas.models import Finding
from processes.models import ProcessStep
from tests.browser.on_map import editor, title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"
TEXT = "Ik weet het nu, en ik vertel het aan iedereen die het horen wil"
HEAD = ".cell--head .cell__edit"
SIDEWAYS = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
# What is too small to hit; a label belongs to its box.
TARGETS = "a, button, summary, input:not([type=hidden]), select, textarea"
TOO_SMALL = """(editor, targets) => [...editor.querySelectorAll(targets)]
  .filter((one) => one.checkVisibility())
  .map((one) => [one, (one.labels?.[0]?.contains(one) ? one.labels[0] : one).getBoundingClientRect()])
  .filter(([one, box]) => Math.min(box.width, box.height) < (one.closest(".form__actions") ? 44 : 24))
  .map(([one]) => one.outerHTML)"""


@dataclass(frozen=True)
class Kind:
    """`fields`: what is filled in or tapped, by name; afterwards `model` has a row like `row`."""

    opener: str
    fields: dict[str, str]
    model: type
    row: dict


KINDS = {
    "title": Kind(HEAD, {"title": TEXT}, Step, {"title": TEXT}),
    "time": Kind(HEAD, {"offset_days": "40 weken ervoor", "duration_days": "3"}, Step, {"offset_days": -280}),
    "duration": Kind(HEAD, {"duration_days": "3"}, Step, {"duration_days": 3, "title": FIRST}),
    "situations": Kind(HEAD, {"only_for": ""}, Step, {"only_for__isnull": False, "title": FIRST}),
    "phase": Kind(".phase__name .cell__edit", {"name": "Het begin"}, Phase, {"name": "Het begin"}),
    "doing": Kind(
        "[data-lane=doing] .cell__edit", {"doing": TEXT, "designed": "Niets"}, Step, {"doing": TEXT}
    ),
    "designed": Kind("[data-lane=doing] .cell__edit", {"designed": TEXT}, Step, {"designed": TEXT}),
    "thinking": Kind(
        "[data-lane=thinking] .cell__edit", {"thinking": "Oei", "needs": TEXT}, Step, {"needs": TEXT}
    ),
    "feeling": Kind(
        "[data-lane=feeling] .cell__edit", {"feeling": "-2"}, Step, {"feeling": -2, "title": FIRST}
    ),
    "fact": Kind(
        "[data-lane=facts] .card__text", {"text": TEXT, "source": "De wet"}, Fact, {"source": "De wet"}
    ),
    "fact-new": Kind("[data-lane=facts] .cell__add", {"text": TEXT}, Fact, {"text": TEXT}),
    "contact": Kind(
        "[data-lane=contacts] .chip", {"note": TEXT, "experience": "-2"}, Encounter, {"note": TEXT}
    ),
    "contact-new": Kind(
        "[data-lane=contacts] .cell__add",
        {
            "touchpoint": "Buurthuis",
            "new_channel": "event",
            "new_party": "De buurt",
            "new_party_kind": "partner",
        },
        Encounter,
        {"touchpoint__name": "Buurthuis"},
    ),
    "pain": Kind(
        "[data-lane=pains] .card__text",
        {"text": TEXT, "severity": "3", "influence": "ours"},
        Pain,
        {"text": TEXT},
    ),
    "pain-new": Kind("[data-lane=pains] .cell__add", {"text": TEXT, "severity": "1"}, Pain, {"severity": 1}),
    "improvement": Kind(
        "[data-lane=improvements] .card__text", {"title": TEXT}, Improvement, {"title": TEXT}
    ),
    "improvement-new": Kind(
        "[data-lane=improvements] .cell__add", {"title": TEXT}, Improvement, {"title": TEXT}
    ),
    "process": Kind(
        "[data-lane=processes] .card__text",
        {"title": TEXT, "department": "Post", "work_minutes": "5", "wait_days": "2"},
        ProcessStep,
        {"department": "Post", "wait_days": 2},
    ),
    "process-new": Kind("[data-lane=processes] .cell__add", {"title": TEXT}, ProcessStep, {"title": TEXT}),
}


@pytest.fixture
def phone(visit, editor_and_facilitator, journey) -> Page:
    size = {"width": 320, "height": 640}
    page = visit(editor_and_facilitator[0], viewport=size, has_touch=True, reduced_motion="reduce")
    page.goto(journey.get_absolute_url())
    return page


def fill(field: Locator, value: str) -> None:
    field.first.wait_for(state="attached")
    kind = field.first.evaluate("(field) => field.type")
    if kind in ("radio", "checkbox"):
        (field.page.locator(f"[data-editor] [value='{value}']").and_(field) if value else field.first).tap()
    elif kind.startswith("select"):
        field.select_option(value)
    else:
        field.tap()
        field.fill(value)


def check(page: Page, form: Locator) -> None:
    assert not page.evaluate(SIDEWAYS)
    assert form.evaluate(TOO_SMALL, TARGETS) == []
    box = form.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def save(page: Page) -> None:
    check(page, editor(page))
    editor(page).get_by_role("button", name=said("Save"), exact=True).tap()
    expect(editor(page)).to_have_count(0)
    expect(page.locator("#change-said")).not_to_be_empty()
    assert not page.evaluate(SIDEWAYS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_it_is_opened_filled_in_and_saved(phone: Page, kind: Kind):
    opener = phone.locator(f"#map {kind.opener}").first
    box = opener.bounding_box()
    assert min(box["width"], box["height"]) >= 40
    opener.tap()
    expect(editor(phone).locator(":focus")).to_have_count(1)
    for name, value in kind.fields.items():
        fill(editor(phone).locator(f"[name={name}]"), value)
    save(phone)

    assert kind.model.objects.filter(**kind.row).exists()


def test_a_finding_is_added(phone: Page):
    title(phone, FIRST).tap()
    editor(phone).locator("summary").tap()
    editor(phone).get_by_role("link", name=said("What this rests on")).tap()
    phone.get_by_role("link", name=said("Add a finding")).tap()
    expect(editor(phone).locator(":focus")).to_have_count(1)
    fill(editor(phone).get_by_label(said("What did you find?")), TEXT)
    check(phone, editor(phone))
    editor(phone).get_by_role("button", name=said("Save"), exact=True).tap()

    expect(phone.locator(".findings")).to_contain_text(TEXT)
    assert Finding.objects.filter(text=TEXT).exists()


def test_a_choice_from_the_menu(phone: Page):
    title(phone, FIRST).tap()
    editor(phone).locator("summary").tap()
    check(phone, editor(phone))
    editor(phone).get_by_role("button", name=said("Duplicate")).tap()

    expect(title(phone, FIRST)).to_have_count(2)
