"""How every page looks with a theme and a logo that are not saved yet."""

from base64 import b64encode
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from organisations.models import Organisation

REFUSED = 422


@dataclass(frozen=True)
class Previewed:
    """An organisation as the pages know it; `logo_address` may hold the picture itself."""

    pk: int
    name: str
    theme_class: str
    theme_css: str
    logo_address: str

    def __str__(self) -> str:
        return self.name


def preview(request: HttpRequest, form: ModelForm) -> HttpResponse:
    """A page in the look that was chosen, or what is wrong with it; nothing is saved."""
    valid = form.is_valid()
    if valid:
        request.organisation = previewed(form)  # for this one page
    return render(request, "organisations/preview.html", {"form": form}, status=200 if valid else REFUSED)


def previewed(form: ModelForm) -> Previewed:
    chosen: Organisation = form.instance
    logo = form.cleaned_data["logo"]
    address = picture_in(logo) if isinstance(logo, UploadedFile) else chosen.logo_address
    return Previewed(chosen.pk, chosen.name, chosen.theme_class, chosen.theme_css, address)


def picture_in(logo: UploadedFile) -> str:
    """A form made it a picture that can be shown; it comes along in the page itself."""
    logo.seek(0)
    return f"data:{logo.image.get_format_mimetype()};base64,{b64encode(logo.read()).decode()}"
