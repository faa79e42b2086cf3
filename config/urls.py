"""Every address of the product."""

from django.contrib import admin
from django.urls import include, path

from config import views
from config.style_page import style_page
from journeys.views.overview import home

urlpatterns = [
    path("", home, name="home"),
    path("", include("journeys.urls")),
    path("", include("improvements.urls")),
    path("klantreizen/<int:journey>/", include("processes.urls")),
    path("", include("processes.department_urls")),
    path("", include("processes.shared_urls")),
    path("", include("processes.gathering_urls")),
    path("", include("personas.urls")),
    path("", include("touchpoints.urls")),
    path("", include("organisations.urls")),
    path("", include("searching.urls")),
    path("", include("live.urls")),
    path("", include("workshops.urls")),
    path("", include("learning.urls")),
    path("account/", include("organisations.sign_in_urls")),
    path("beheer/", admin.site.urls),
    path("stijl/", style_page, name="style-page"),
    path("_healthz/livez/", views.live, name="live"),
    path("_healthz/readyz/", views.ready, name="ready"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
