"""How tests fill in a form of the map."""

from bs4 import BeautifulSoup

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


def parsed(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def filled(client, address: str) -> dict[str, str]:
    """What the form holds when it opens."""
    form = parsed(client.get(address)).select_one("main form")
    fields = {
        field["name"]: field.get("value", "")
        for field in form.select("input[name]")
        if field.get("type") != "radio"
    }
    return fields | {area["name"]: area.text.removeprefix("\n") for area in form.select("textarea")}
