"""What people may type about what happens behind the counter."""

from typing import Any

from journeys.card_forms import SMALL_NUMBER, CardForm
from organisations.forms import Known
from organisations.models import Organisation
from processes.models import ProcessStep


class ProcessStepForm(CardForm):
    """Offers the departments and systems that are named elsewhere."""

    class Meta:
        model = ProcessStep
        fields = ["title", "department", "system", "work_minutes", "wait_days", "step"]
        widgets = {
            "department": Known,
            "system": Known,
            "work_minutes": SMALL_NUMBER,
            "wait_days": SMALL_NUMBER,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = {*self.organisation.parties.filter(kind="own").values_list("name", flat=True)}
        self.fields["department"].widget.known = sorted(named | used(self.organisation, "department"))
        self.fields["system"].widget.known = sorted(used(self.organisation, "system"))


def used(organisation: Organisation, field: str) -> set[str]:
    """What process steps of an organisation have there."""
    rows = ProcessStep.objects.filter(organisation=organisation).exclude(**{field: ""})
    return set(rows.values_list(field, flat=True).distinct())
