"""The addresses of improvements: over all journeys, and under that of one."""

from django.urls import path

from improvements.views import begin, improvement, moving, on_map, places, plan, weekly

app_name = "improvements"
JOURNEY = "klantreizen/<int:journey>/verbeteringen/"
ONE = "verbeteringen/<int:improvement>/"
urlpatterns = [
    path("verbeteringen/", plan.plan, name="plan"),
    path("verbeteringen/nieuw/", begin.improvement_begin, name="improvement-begin"),
    path("waar-mensen-al-zijn/", places.places, name="places"),
    path(
        "levensgebeurtenissen/<int:life_event>/waar-mensen-al-zijn/",
        places.life_event_places,
        name="life-event-places",
    ),
    path(ONE, improvement.improvement_page, name="improvement-page"),
    path(f"{ONE}tekst/", improvement.improvement_words, name="improvement-words"),
    path(f"{ONE}plan/", improvement.improvement_plan, name="improvement-plan"),
    path(f"{ONE}landt/", improvement.improvement_landing, name="improvement-landing"),
    path(f"{ONE}knelpunten/", improvement.improvement_pains, name="improvement-pains"),
    path(f"{ONE}klantreizen/", improvement.improvement_journeys, name="improvement-journeys"),
    path(f"{ONE}plaats/", moving.improvement_place, name="improvement-place"),
    path(f"{ONE}ongedaan/", moving.improvement_undo, name="improvement-undo"),
    path("account/weekbericht/", weekly.weekly_switch, name="weekly-switch"),
    path("weekbericht/<str:token>/", weekly.weekly_off, name="weekly-off"),
    path(JOURNEY, plan.journey_plan, name="journey-plan"),
    path(f"{JOURNEY}nieuw/", on_map.improvement_new, name="improvement-new"),
    path(f"{JOURNEY}<int:improvement>/", on_map.improvement_edit, name="improvement-edit"),
    path(f"{JOURNEY}<int:improvement>/verwijderen/", on_map.improvement_delete, name="improvement-delete"),
    path(f"{JOURNEY}<int:improvement>/oppakken/", on_map.improvement_take_up, name="improvement-take-up"),
]
