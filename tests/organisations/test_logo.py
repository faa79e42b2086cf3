"""An organisation shows its own logo."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image


@pytest.fixture
def with_logo(waterrijk, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(picture, "PNG")
    waterrijk.logo.save("logo.png", ContentFile(picture.getvalue()))
    return picture.getvalue()


def test_the_page_links_to_the_logo(as_viewer, with_logo):
    assert b'src="/organisatie/logo/?logos/logo.png"' in as_viewer.get("/").content


def test_members_get_the_picture(as_viewer, with_logo):
    response = as_viewer.get("/organisatie/logo/")

    assert response["Content-Type"] == "image/png"
    assert b"".join(response.streaming_content) == with_logo


def test_without_a_logo_there_is_none(as_viewer):
    assert as_viewer.get("/organisatie/logo/").status_code == 404


def test_others_do_not_get_it(client, as_stranger, with_logo):
    assert client.get("/organisatie/logo/").status_code == 302
    assert as_stranger.get("/organisatie/logo/").status_code == 404
