"""The name of a saved view, and whether everyone of the organisation finds it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from journeys.models import SavedView
from organisations.forms import ContentForm


class SavedViewForm(ContentForm):
    """Who may only look shares nothing."""

    class Meta:
        model = SavedView
        fields = ["name", "shared"]
        labels = {"shared": _("Share it with everyone of the organisation")}
        help_texts = {"shared": ""}

    def __init__(self, *args: Any, may_share: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["shared"]

    def _get_validation_exclusions(self) -> set[str]:
        """The view knows whose it is, and of which journey: names are checked among those."""
        return super()._get_validation_exclusions() - {"journey", "made_by"}
