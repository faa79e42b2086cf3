"""The addresses of the personas."""

from django.urls import path

from personas import views

app_name = "personas"
urlpatterns = [
    path("", views.persona_list, name="persona-list"),
    path("nieuw/", views.persona_new, name="persona-new"),
    path("<int:persona>/", views.persona_page, name="persona-page"),
    path("<int:persona>/bewerken/", views.persona_edit, name="persona-edit"),
    path("<int:persona>/verwijderen/", views.persona_delete, name="persona-delete"),
]
