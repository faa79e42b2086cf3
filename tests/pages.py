"""Pages as tests read them."""

from bs4 import BeautifulSoup, Tag
from django.test import Client


def page(client: Client, url: str, **query: str) -> BeautifulSoup:
    response = client.get(url, query)
    assert response.status_code == 200, response.content.decode()
    return soup(response)


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def texts(found: list[Tag]) -> list[str]:
    return [" ".join(tag.get_text(" ").split()) for tag in found]


def links(found: Tag) -> list[str]:
    return [tag["href"] for tag in found.select("a[href]")]


def row_headers(found: Tag) -> list[str]:
    """The links that name the rows of a table."""
    return texts(found.select("tbody th a"))


def values(found: Tag) -> dict[str, str]:
    """What a form holds, by field."""
    boxes = {box["name"]: box.get("value", "") for box in found.select("form input[name]")}
    areas = {area["name"]: area.get_text() for area in found.select("form textarea[name]")}
    return boxes | areas


def wrong_fields(found: Tag) -> list[str]:
    """The fields with an error beside them."""
    return [field.select_one("[name]")["name"] for field in found.select("[data-invalid]:has(.field__error)")]
