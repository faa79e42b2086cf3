"""The addresses of processes that serve several journeys."""

from django.urls import path

from processes.views import shared

app_name = "shared-processes"
urlpatterns = [
    path("processen/", shared.process_list, name="process-list"),
    path("processen/nieuw/", shared.process_new, name="process-new"),
    path("processen/<int:process>/", shared.process_page, name="process-page"),
    path("processen/<int:process>/bewerken/", shared.process_edit, name="process-edit"),
    path("processen/<int:process>/verwijderen/", shared.process_delete, name="process-delete"),
]
