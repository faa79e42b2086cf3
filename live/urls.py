"""The addresses to listen at."""

from django.urls import path

from live import views

app_name = "live"
urlpatterns = [
    path("klantreizen/<int:journey>/live/", views.journey_stream, name="journey-stream"),
    path("klantreizen/<int:journey>/live/vak/", views.journey_at_work, name="journey-at-work"),
    path(
        "klantreizen/<int:journey>/presenteren/live/", views.presentation_stream, name="presentation-stream"
    ),
    path("live/", views.organisation_stream, name="organisation-stream"),
]
