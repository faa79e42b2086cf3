"""The addresses of the touchpoints."""

from django.urls import path

from touchpoints import views

app_name = "touchpoints"
urlpatterns = [
    path("", views.touchpoint_list, name="touchpoint-list"),
    path("nieuw/", views.touchpoint_new, name="touchpoint-new"),
    path("<int:touchpoint>/", views.touchpoint_page, name="touchpoint-page"),
    path("<int:touchpoint>/bewerken/", views.touchpoint_edit, name="touchpoint-edit"),
    path("<int:touchpoint>/verwijderen/", views.touchpoint_delete, name="touchpoint-delete"),
]
