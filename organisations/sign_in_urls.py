"""The way in and out: those of allauth's pages that this product has, under the names that allauth knows."""

from collections.abc import Callable
from functools import wraps

from allauth.account import views
from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path

View = Callable[..., HttpResponse]


def refusing(view: View) -> View:
    """Answer what was filled in wrongly with 422, as every form here does."""

    @wraps(view)
    def answered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if form is not None and form.errors:
            response.status_code = 422
        return response

    return answered


urlpatterns = [
    path("inloggen/", refusing(views.login), name="account_login"),
    path("uitloggen/", views.logout, name="account_logout"),
    path("gesloten/", views.account_inactive, name="account_inactive"),
    path("wachtwoord/wijzigen/", refusing(views.password_change), name="account_change_password"),
    path("wachtwoord/vergeten/", refusing(views.password_reset), name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", views.password_reset_done, name="account_reset_password_done"),
    path(
        "wachtwoord/nieuw/klaar/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]{1,13})-(?P<key>[0-9A-Za-z-]{1,100})/$",
        refusing(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
