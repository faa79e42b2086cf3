"""The addresses of personas, interviews and findings."""

from django.urls import path

from personas.views import findings, interviews, personas

app_name = "personas"
urlpatterns = [
    path("personas/", personas.persona_list, name="persona-list"),
    path("personas/nieuw/", personas.persona_new, name="persona-new"),
    path("personas/<int:persona>/", personas.persona_page, name="persona-page"),
    path("personas/<int:persona>/muur/", personas.persona_wall, name="persona-wall"),
    path("personas/<int:persona>/bewerken/", personas.persona_edit, name="persona-edit"),
    path("personas/<int:persona>/verwijderen/", personas.persona_delete, name="persona-delete"),
    path("gesprekken/", interviews.interview_list, name="interview-list"),
    path("gesprekken/nieuw/", interviews.interview_new, name="interview-new"),
    path("gesprekken/<int:interview>/", interviews.interview_page, name="interview-page"),
    path("gesprekken/<int:interview>/bewerken/", interviews.interview_edit, name="interview-edit"),
    path("gesprekken/<int:interview>/verwijderen/", interviews.interview_delete, name="interview-delete"),
    path("bevindingen/", findings.finding_list, name="finding-list"),
    path("bevindingen/nieuw/", findings.finding_new, name="finding-new"),
    path("bevindingen/<int:finding>/", findings.finding_page, name="finding-page"),
    path("bevindingen/<int:finding>/bewerken/", findings.finding_edit, name="finding-edit"),
    path("bevindingen/<int:finding>/verwijderen/", findings.finding_delete, name="finding-delete"),
]
