"""The addresses of the leerroute, and of what it adds to a journey."""

from django.urls import path

from learning.views import glossary, lessons, missing, papers, team

app_name = "learning"
JOURNEY = "klantreizen/<int:journey>/"
urlpatterns = [
    path("leerroute/", lessons.route, name="route"),
    path("leerroute/begrippen/", glossary.glossary, name="glossary"),
    path("leerroute/team/", team.team, name="team"),
    path("leerroute/klantreis/", lessons.journey_choose, name="journey-choose"),
    path("leerroute/oefenreis/", lessons.journey_practise, name="journey-practise"),
    path("leerroute/lessen/<slug:lesson>/", lessons.lesson_page, name="lesson"),
    path("leerroute/lessen/<slug:lesson>/klaar/", lessons.lesson_finish, name="lesson-finish"),
    path("leerroute/lessen/<slug:lesson>/opnieuw/", lessons.lesson_again, name="lesson-again"),
    path(f"{JOURNEY}wat-ontbreekt/", missing.missing, name="missing"),
    path(f"{JOURNEY}wat-ontbreekt/<slug:question>/weg/", missing.set_aside, name="missing-aside"),
    path(f"{JOURNEY}wat-ontbreekt/<slug:question>/terug/", missing.take_back, name="missing-back"),
    path(f"{JOURNEY}papieren/<slug:paper>/", papers.paper_page, name="paper"),
    path(f"{JOURNEY}papieren/<slug:paper>/bestand/", papers.paper_file, name="paper-file"),
]
