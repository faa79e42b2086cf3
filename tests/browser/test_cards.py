"""What lies at a step: contacts, pains and rules are added, changed and deleted in their cell."""

import pytest
from django.utils.translation import override
from playwright.sync_api import Locator, Page, expect

from journeys.models import Step
from tests import factories
from tests.browser.hands import Hand
from tests.browser.on_map import announced, delete, editor, field, press, save
from tests.browser.words import label, said
from touchpoints.models import Touchpoint

FIRST = "Ik doe een zwangerschapstest"


@pytest.fixture
def step(journey) -> Step:
    return Step.objects.get(phase__journey=journey, title=FIRST)


def cell(page: Page, step: Step, lane: str) -> Locator:
    return page.locator(f"#s{step.pk}-{lane}")


ON_SCREEN = """(card) => {
  const box = card.getBoundingClientRect();
  const seen = (y) => card.contains(document.elementFromPoint(box.x + box.width / 2, y));
  return seen(box.y + 4) && seen(box.bottom - 4);
}"""


def add(page: Page, what: str) -> Locator:
    return page.get_by_role("link", name=f"{said(what)} {said('at “%(title)s”', title=FIRST)}", exact=True)


def test_a_pain_is_added_changed_and_deleted(hand: Hand, opened_map: Page, step: Step):
    pains = cell(opened_map, step, "pains")
    hand.press(add(opened_map, "Pain"))
    hand.write(field(opened_map, "what hurts"), "Ik weet niet wie ik moet bellen")
    hand.pick(editor(opened_map).get_by_role("radio", name=said("severe")))
    hand.choose(field(opened_map, "influence"), said("with partners"))
    save(hand)
    expect(pains).to_contain_text("Ik weet niet wie ik moet bellen")
    expect(pains).to_contain_text(said("with partners"))
    announced(opened_map, said("Saved"))

    hand.press(pains.get_by_role("link", name="Ik weet niet wie ik moet bellen"))
    hand.write(field(opened_map, "what hurts"), "Ik weet niet bij wie ik moet zijn")
    save(hand)
    expect(pains).to_contain_text("Ik weet niet bij wie ik moet zijn")

    hand.press(pains.get_by_role("link", name="Ik weet niet bij wie ik moet zijn"))
    delete(hand, "Ik weet niet bij wie ik moet zijn")
    expect(editor(opened_map)).to_have_count(0)
    expect(pains).not_to_contain_text("Ik weet niet")
    announced(opened_map, said("Deleted at: %(step)s", step=FIRST))
    assert not step.pains.exists()


def test_an_empty_pain_is_refused(hand: Hand, opened_map: Page, step: Step):
    hand.press(add(opened_map, "Pain"))
    press(hand, "Save")

    expect(field(opened_map, "what hurts")).to_have_attribute("aria-invalid", "true")
    expect(field(opened_map, "what hurts")).to_be_focused()
    assert not step.pains.exists()


def test_a_rule_is_added_with_its_source(hand: Hand, opened_map: Page, step: Step):
    facts = cell(opened_map, step, "facts")
    hand.press(add(opened_map, "Rule"))
    hand.write(editor(opened_map).get_by_role("textbox").first, "Een test kost niets")
    hand.write(field(opened_map, "source"), "Zorgverzekeringswet")
    save(hand)

    expect(facts).to_contain_text("Een test kost niets")
    expect(facts).to_contain_text("Zorgverzekeringswet")


def test_a_contact_is_made_with_a_known_touchpoint(hand: Hand, opened_map: Page, step: Step):
    known = Touchpoint.objects.filter(organisation=step.organisation, party__kind="own").first()
    with override("nl"):
        option = f"{known.name} ({known.party}, {known.get_channel_display()})"
    hand.press(add(opened_map, "Contact"))
    hand.write(editor(opened_map).get_by_role("combobox").first, option)
    expect(field(opened_map, "Who stands behind it")).to_be_hidden()
    save(hand)

    contacts = cell(opened_map, step, "contacts")
    expect(contacts.get_by_role("link", name=known.name)).to_be_visible()
    # From the first step on we are in sight, so nothing is blind any more.
    expect(opened_map.locator(f"#stap-{step.pk}")).to_have_attribute("data-first-contact", "")
    expect(opened_map.locator(".blind-figure__number")).to_have_text("0")


def test_a_contact_is_made_with_a_new_touchpoint_on_the_way(hand: Hand, opened_map: Page, step: Step):
    hand.press(add(opened_map, "Contact"))
    hand.write(editor(opened_map).get_by_role("combobox").first, "Babbelgroep in de bibliotheek")
    hand.choose(field(opened_map, "Channel"), said("event"))
    hand.write(field(opened_map, "Who stands behind it"), "Bibliotheek")
    hand.choose(field(opened_map, "Kind of party"), said("partner"))
    save(hand)

    contacts = cell(opened_map, step, "contacts")
    expect(contacts.get_by_role("link", name="Babbelgroep in de bibliotheek")).to_be_visible()
    made = step.encounters.get(touchpoint__name="Babbelgroep in de bibliotheek").touchpoint
    assert (made.party.name, made.party.kind) == ("Bibliotheek", "partner")


def test_a_contact_is_changed_and_deleted(hand: Hand, opened_map: Page, step: Step):
    contacts = cell(opened_map, step, "contacts")
    name = step.encounters.get().touchpoint.name
    hand.press(contacts.get_by_role("link", name=name))
    hand.tick(editor(opened_map).get_by_role("checkbox"))
    save(hand)
    expect(contacts).to_contain_text(said("unwanted contact"))

    hand.press(contacts.get_by_role("link", name=name))
    delete(hand, name)
    expect(contacts.get_by_role("link", name=name)).to_have_count(0)
    assert not step.encounters.exists()


def test_an_improvement_is_made_at_a_step_and_shows_at_each_pain(hand: Hand, opened_map: Page, step: Step):
    hand.press(add(opened_map, "Pain"))
    hand.write(field(opened_map, "what hurts"), "Niemand vertelt het")
    save(hand)
    hand.press(add(opened_map, "Improvement"))
    hand.write(editor(opened_map).get_by_role("textbox").first, "Een kaartje bij de test")
    hand.write(field(opened_map, "owner"), "Drogisterij")
    hand.choose(editor(opened_map).get_by_label(label("status")), said("planned"))
    save(hand)

    improvements = cell(opened_map, step, "improvements")
    expect(improvements.get_by_role("link", name="Een kaartje bij de test")).to_be_visible()
    expect(improvements).to_contain_text("Drogisterij")
    hand.press(improvements.get_by_role("link", name="Een kaartje bij de test"))
    delete(hand, "Een kaartje bij de test")
    expect(improvements).not_to_contain_text("Een kaartje")
    expect(editor(opened_map)).to_have_count(0)


def test_what_happens_behind_the_counter_is_added_and_moved(hand: Hand, opened_map: Page, step: Step):
    for title in ("Meldt de zwangerschap", "Legt een dossier aan"):
        hand.press(add(opened_map, "Behind the counter"))
        hand.write(editor(opened_map).get_by_role("textbox").first, title)
        save(hand)
    processes = cell(opened_map, step, "processes")
    hand.press(processes.get_by_role("link", name="Legt een dossier aan"))
    press(hand, "Move up")

    expect(editor(opened_map)).to_have_count(0)
    expect(processes.get_by_role("link").first).to_have_text("Legt een dossier aan")


@pytest.fixture
def full(step: Step) -> Step:
    """A step with more pains than a screen is high."""
    for order in range(9):
        text = f"Ik weet niet wie ik moet bellen, en wanneer, en wat ik dan moet zeggen. {order}"
        factories.PainFactory(step=step, order=order, text=text)
    return step


@pytest.mark.parametrize("width", [390, 1366])
def test_a_new_card_in_a_full_cell_is_in_sight(visit, editor_and_facilitator, full: Step, width: int):
    page = visit(editor_and_facilitator[0], viewport={"width": width, "height": 740}, reduced_motion="reduce")
    page.goto(full.phase.journey.get_absolute_url())
    add(page, "Pain").click()
    field(page, "what hurts").fill("Niemand vertelt het")
    button = editor(page).get_by_role("button", name=said("Save"))
    button.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    button.click()
    expect(editor(page)).to_have_count(0)

    card = cell(page, full, "pains").get_by_role("listitem").last
    expect(card).to_contain_text("Niemand vertelt het")
    assert card.evaluate(ON_SCREEN)
    if width == 390:
        assert abs(page.evaluate("scrollY") - before) < 300
