"""An administrator looks at a theme and a logo before they are saved."""

import re
from base64 import b64encode
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.conftest import member, signed_in
from tests.pages import page, soup, texts

THEME = "themes/blue.css"


@pytest.fixture
def address(waterrijk) -> str:
    return f"/beheer/organisations/organisation/{waterrijk.pk}/voorbeeld/"


@pytest.fixture
def picture(tmp_path, settings) -> bytes:
    settings.MEDIA_ROOT = tmp_path
    drawn = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(drawn, "PNG")
    return drawn.getvalue()


def typed(**fields) -> dict:
    return {"name": "Waterrijk", "theme_class": "", "theme_css": "", **fields}


def logo_in(response) -> str | None:
    logo = soup(response).select_one(".brand__logo")
    return logo and logo["src"]


def test_the_page_has_the_theme_and_the_logo_that_were_chosen(as_administrator, waterrijk, address, picture):
    logo = SimpleUploadedFile("nieuw.png", picture, "image/png")

    response = as_administrator.post(
        address, typed(theme_class="anders-theme", theme_css=THEME, logo=logo, name="Heel Anders")
    )

    assert response.status_code == 200
    shown = soup(response)
    assert "anders-theme" in shown.html["class"]
    assert any("themes/blue" in link["href"] for link in shown.select("link[rel=stylesheet]"))
    assert logo_in(response) == f"data:image/png;base64,{b64encode(picture).decode()}"
    assert "Heel Anders" in shown.select_one(".site-header").text
    assert not shown.select("[style], style")


def test_nothing_is_saved(as_administrator, waterrijk, address, picture, tmp_path):
    logo = SimpleUploadedFile("nieuw.png", picture, "image/png")
    as_administrator.post(address, typed(theme_css=THEME, name="Anders", logo=logo))

    waterrijk.refresh_from_db()
    assert (waterrijk.name, waterrijk.theme_css, waterrijk.logo.name) == ("Gemeente Waterrijk", "", "")
    assert list(tmp_path.rglob("*.png")) == []
    assert logo_in(as_administrator.get("/")) is None


def test_without_a_new_logo_the_old_one_is_shown_unless_it_goes(
    as_administrator, waterrijk, address, picture
):
    waterrijk.logo.save("oud.png", ContentFile(picture))
    assert "/organisatie/logo/" in logo_in(as_administrator.post(address, typed()))
    assert logo_in(as_administrator.post(address, typed(**{"logo-clear": "on"}))) is None
    waterrijk.refresh_from_db()
    assert waterrijk.logo


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme_css": "https://elders.example/x.css"},
        {"theme_css": "../settings.css"},
        {"theme_class": "geen klasse"},
        {"logo": SimpleUploadedFile("x.svg", b"<svg onload='alert(1)'/>", "image/svg+xml")},
        {"logo": SimpleUploadedFile("x.png", b"<script>", "image/png")},
    ],
)
def test_what_is_wrong_is_told_and_not_shown(as_administrator, address, picture, wrong):
    response = as_administrator.post(address, typed(**wrong))
    assert response.status_code == 422
    assert soup(response).select_one("main [role=alert] li")
    assert logo_in(response) is None
    assert b"elders.example/x.css" not in response.content.split(b"<body")[0]


def test_the_form_leads_to_it_after_the_buttons_that_save(as_administrator, waterrijk, address, picture):
    waterrijk.logo.save("oud.png", ContentFile(picture))
    form = page(as_administrator, address.replace("voorbeeld", "change"))
    buttons = form.select(".submit-row [type=submit]")
    assert buttons[0]["name"] == "_save"
    assert buttons[-1]["formaction"] == address
    assert texts(form.select(".file-upload a")) == []
    assert form.select_one(".logo-now")["src"].startswith("/organisatie/logo/")


def test_only_for_the_administrator_of_this_organisation(
    as_editor, as_administrator, elsewhere, client, address
):
    assert as_editor.post(address, typed()).status_code == 403
    assert client.post(address, typed()).status_code == 302
    assert signed_in(member(elsewhere, "administrator")).post(address, typed()).status_code == 404
    assert as_administrator.get(address).status_code == 405


def test_a_colour_is_chosen_from_what_is_there(as_administrator, waterrijk, address):
    change = address.replace("voorbeeld", "change")
    offered = page(as_administrator, change).select("[name=theme_css] option")
    assert {"", THEME} <= {option["value"] for option in offered}
    assert "Blauw" in texts(offered)

    assert as_administrator.post(change, typed(theme_css=THEME)).status_code == 302

    waterrijk.refresh_from_db()
    assert waterrijk.theme_css == THEME
    links = page(as_administrator, "/").select("link[rel=stylesheet]")
    assert any("themes/blue" in link["href"] for link in links)


def test_a_colour_of_a_supplier_stays_chosen_while_it_is_there(as_administrator, waterrijk, address):
    change = address.replace("voorbeeld", "change")
    for path, status in (("css/base.css", 302), ("css/gone.css", 200)):
        waterrijk.theme_css = path
        waterrijk.save()
        assert as_administrator.post(change, typed(theme_css=path)).status_code == status


@pytest.mark.parametrize(
    "sheet", sorted((settings.BASE_DIR / "static/themes").glob("*.css")), ids=lambda sheet: sheet.stem
)
def test_every_colour_is_told_from_white(sheet):
    """WCAG: 4.5 to 1 for a link on paper and for white on a button."""
    colours = re.findall(r"--lw-theme[\w-]*: #(\w{6});", sheet.read_text())
    assert len(colours) == 3
    assert all(1.05 / (luminance(colour) + 0.05) >= 4.5 for colour in colours)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
