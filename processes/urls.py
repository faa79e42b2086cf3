"""The addresses of what happens behind the counter, under that of its journey."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from journeys.views.cards import Kind, card_paths
from processes.forms import ProcessStepForm
from processes.models import ProcessStep
from processes.views import copying

app_name = "processes"
urlpatterns = [
    path("achter-de-balie/overnemen/", copying.take_over, name="take-over"),
    *card_paths(
        Kind(
            ProcessStep,
            ProcessStepForm,
            "process_step",
            "processtappen",
            "processes",
            _("Behind the counter"),
            _("New step behind the counter"),
        )
    ),
]
