"""One's own account, and the organisation at hand."""

from django.urls import path

from organisations import views
from organisations.invitation_views import invitation
from organisations.logo import logo

app_name = "organisations"
urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/sessie/", views.session, name="session"),
    path("organisatie/wissel/", views.switch, name="switch"),
    path("organisatie/logo/", logo, name="logo"),
    path("uitnodiging/<str:token>/", invitation, name="invitation"),
    path("taal/", views.language, name="language"),
]
