"""The style page shows every component, so that people, pictures and checks see each state."""

from collections import Counter

from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse

from tests.conftest import signed_in


def shown(user) -> str:
    response = signed_in(user).get(reverse("style-page"))
    assert response.status_code == 200
    return response.content.decode()


def test_style_page_asks_to_sign_in(client):
    assert client.get(reverse("style-page")).status_code == 302


def test_no_id_is_used_twice(viewer):
    ids = Counter(tag["id"] for tag in BeautifulSoup(shown(viewer), "html.parser").find_all(id=True))
    assert [name for name, times in ids.items() if times > 1] == []


def test_every_component_is_shown(viewer):
    page = BeautifulSoup(shown(viewer), "html.parser")
    used = {name.split("__")[0].split("--")[0] for tag in page.find_all(class_=True) for name in tag["class"]}
    sheets = {sheet.stem for sheet in (settings.BASE_DIR / "static/css/components").glob("*.css")}
    named_otherwise = {
        "button": "utrecht-button",
        "cards-in-small": "grid",
        "list-tools": "pages",
        "message": "messages",
    }
    assert {named_otherwise.get(name, name) for name in sheets} - used == set()


def test_nothing_is_drawn_by_a_style_attribute_or_an_inline_script(viewer):
    page = BeautifulSoup(shown(viewer), "html.parser")
    assert not page.find_all(style=True)
    assert all(script.get("src") for script in page.find_all("script"))
