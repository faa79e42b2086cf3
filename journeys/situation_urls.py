"""The addresses of the situations of one life event: under /levensgebeurtenissen/<number>/situaties/."""

from django.urls import path

from journeys.views import situations

urlpatterns = [
    path("nieuw/", situations.situation_new, name="situation-new"),
    path("<int:situation>/", situations.situation_edit, name="situation-edit"),
    path("<int:situation>/plaats/", situations.situation_place, name="situation-place"),
    path("<int:situation>/verwijderen/", situations.situation_delete, name="situation-delete"),
]
