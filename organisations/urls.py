"""One's own account, and the organisation at hand."""

from django.urls import path

from organisations import views

app_name = "organisations"
urlpatterns = [
    path("account/", views.account, name="account"),
    path("organisatie/wissel/", views.switch, name="switch"),
    path("taal/", views.language, name="language"),
]
