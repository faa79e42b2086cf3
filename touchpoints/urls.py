"""The addresses of touchpoints, and of the parties and products behind them."""

from django.urls import path

from touchpoints.views import touchpoints

app_name = "touchpoints"
urlpatterns = [
    path("contactmomenten/", touchpoints.touchpoint_list, name="touchpoint-list"),
    path("contactmomenten/nieuw/", touchpoints.touchpoint_new, name="touchpoint-new"),
    path("contactmomenten/<int:touchpoint>/", touchpoints.touchpoint_page, name="touchpoint-page"),
    path("contactmomenten/<int:touchpoint>/bewerken/", touchpoints.touchpoint_edit, name="touchpoint-edit"),
    path(
        "contactmomenten/<int:touchpoint>/verwijderen/",
        touchpoints.touchpoint_delete,
        name="touchpoint-delete",
    ),
]
