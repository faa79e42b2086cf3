"""Who must be at the table: of a journey, and of an improvement."""

from django.urls import path

from processes.views import gathering

app_name = "gathering"
urlpatterns = [
    path("klantreizen/<int:journey>/aan-tafel/", gathering.journey_table, name="journey-table"),
    path("verbeteringen/<int:improvement>/aan-tafel/", gathering.improvement_table, name="improvement-table"),
]
