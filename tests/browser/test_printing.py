"""What hangs on a wall is one sheet."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from journeys.models import Journey


def sheets(page: Page, paper: str) -> int:
    """How many pages come out of the printer."""
    pdf = page.pdf(format=paper, landscape=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_a_persona_for_on_the_wall_is_one_sheet(page: Page, journey: Journey, paper: str):
    page.goto(reverse("personas:persona-wall", args=[journey.persona_id]))

    assert page.locator(".wall .journey-card").count()
    assert sheets(page, paper) == 1
