"""Two touchpoints that are the same become one, from the list of what looks double."""

from playwright.sync_api import Page, expect

from tests.browser.hands import Hand
from tests.browser.words import said
from tests.factories import TouchpointFactory
from touchpoints.models import Touchpoint


def test_merging_what_looks_double(hand: Hand, page: Page, example):
    counter = Touchpoint.objects.get(name="Balie: geboorteaangifte")
    double = TouchpointFactory(
        organisation=counter.organisation,
        party=counter.party,
        channel="counter",
        name="balie geboorteaangifte",
    )
    page.goto("/contactmomenten/")
    hand.press(page.get_by_role("link", name=said("Look and merge")))
    hand.press(page.get_by_role("link", name=said("Merge"), exact=False).first)
    expect(page.get_by_text(said("This cannot be undone."))).to_be_visible()
    hand.pick(page.get_by_role("radio", name=double.name_in_full, exact=True))
    hand.press(page.get_by_role("button", name=said("Merge"), exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text(double.name)
    assert not Touchpoint.objects.filter(pk=counter.pk).exists()
    assert double.encounters.count() == 5
