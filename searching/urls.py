"""The address to search at."""

from django.urls import path

from searching import views

app_name = "searching"
urlpatterns = [path("zoeken/", views.find, name="search")]
