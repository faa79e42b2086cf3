"""Looking for words in the table."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Journey, Step
from tests.browser.words import said


@pytest.fixture
def table(page: Page, journey: Journey) -> Page:
    page.goto(f"{journey.get_absolute_url()}tabel/")
    return page


def test_one_step_back_leaves_the_words_that_were_looked_for(table: Page, journey: Journey):
    address, asked = table.url, []
    steps = Step.objects.filter(phase__journey=journey).count()
    table.on("request", lambda request: asked.append(request.url))
    table.get_by_role("searchbox", name=said("Steps with these words")).press_sequentially("erkennen")
    table.keyboard.press("Enter")
    expect(table).to_have_url(re.compile("zoek=erkennen"))
    expect(table.locator("#table tbody tr")).not_to_have_count(steps)
    assert len([url for url in asked if "tabel/?zoek=" in url]) == 1

    table.go_back()
    expect(table).to_have_url(address)
    expect(table.locator("#table tbody tr")).to_have_count(steps)
