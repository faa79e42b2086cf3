"""The addresses of improvements, under that of their journey."""

from django.urls import path

from improvements import views

app_name = "improvements"
urlpatterns = [
    path("verbeteringen/nieuw/", views.improvement_new, name="improvement-new"),
    path("verbeteringen/<int:improvement>/", views.improvement_edit, name="improvement-edit"),
    path("verbeteringen/<int:improvement>/verwijderen/", views.improvement_delete, name="improvement-delete"),
]
