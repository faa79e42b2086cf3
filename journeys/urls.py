"""The addresses of journeys and life events."""

from django.urls import include, path

from journeys.views import (
    comparing,
    evidence,
    facts,
    journeys,
    keyboard,
    life_events,
    merging,
    moving,
    reading,
)

app_name = "journeys"
urlpatterns = [
    path("klantreizen/", journeys.journey_list, name="journey-list"),
    path("klantreizen/toetsen/", keyboard.keyboard_page, name="keyboard"),
    path("klantreizen/nieuw/", journeys.journey_new, name="journey-new"),
    path("klantreizen/<int:journey>/bewerken/", journeys.journey_edit, name="journey-edit"),
    path("klantreizen/<int:journey>/gewenst/", journeys.journey_desire, name="journey-desire"),
    path("klantreizen/<int:journey>/verwijderen/", journeys.journey_delete, name="journey-delete"),
    path("klantreizen/<int:journey>/", include("journeys.map_urls")),
    path("feiten/", facts.fact_list, name="fact-list"),
    path("feiten/nagekeken/", facts.facts_check, name="facts-check"),
    path("feiten/terug/", facts.facts_take_back, name="facts-take-back"),
    path("vergelijken/", comparing.comparison, name="comparison"),
    path("bevindingen/<int:finding>/koppelen/", evidence.finding_link, name="finding-link"),
    path("gesprekken/<int:interview>/lezen/", reading.reading, name="reading"),
    path("gesprekken/<int:interview>/lezen/los/", reading.reading_unlink, name="reading-unlink"),
    path("gesprekken/<int:interview>/lezen/ongedaan/", reading.reading_undo, name="reading-undo"),
    path("contactmomenten/<int:touchpoint>/verplaatsen/", moving.touchpoint_move, name="touchpoint-move"),
    path("contactmomenten/<int:touchpoint>/samenvoegen/", merging.touchpoint_merge, name="touchpoint-merge"),
    path("partijen/<int:party>/verplaatsen/", moving.party_move, name="party-move"),
    path("producten/<int:product>/verplaatsen/", moving.product_move, name="product-move"),
    path("personas/<int:persona>/verplaatsen/", moving.persona_move, name="persona-move"),
    path(
        "levensgebeurtenissen/<int:life_event>/verplaatsen/", moving.life_event_move, name="life-event-move"
    ),
    path(
        "levensgebeurtenissen/<int:life_event>/situaties/",
        include("journeys.situation_urls"),
    ),
    path("levensgebeurtenissen/", life_events.life_event_list, name="life-event-list"),
    path("levensgebeurtenissen/nieuw/", life_events.life_event_new, name="life-event-new"),
    path("levensgebeurtenissen/<int:life_event>/", life_events.life_event_page, name="life-event-page"),
    path(
        "levensgebeurtenissen/<int:life_event>/bewerken/", life_events.life_event_edit, name="life-event-edit"
    ),
    path(
        "levensgebeurtenissen/<int:life_event>/verwijderen/",
        life_events.life_event_delete,
        name="life-event-delete",
    ),
]
