"""What people may type about a touchpoint, and about the party and the product behind it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.forms import ContentForm, Known
from touchpoints.models import Party, Product, Touchpoint

OFFERED = 200


class PartyForm(ContentForm):
    class Meta:
        model = Party
        fields = ["name", "kind"]
        widgets = {"kind": forms.RadioSelect}
        help_texts = {"name": _("For example: midwife, civil registration.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Party.Kind.choices


class ProductForm(ContentForm):
    uri = forms.URLField(
        label=_("Address in the national product list"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Begins with http://standaarden.overheid.nl."),
    )

    class Meta:
        model = Product
        fields = ["name", "uri"]
        help_texts = {"name": _("As the national product list calls it, for example: birth certificate.")}


class TouchpointForm(ContentForm):
    """The party and the product may be new: they are made on the way."""

    also_seen = ("party_name", "party_kind", "product_name")

    party_name = forms.CharField(
        label=_("Who stands behind it?"),
        max_length=300,
        widget=Known,
        help_text=_("Choose a party or type a new one, for example: midwife, civil registration."),
    )
    party_kind = forms.ChoiceField(
        label=_("What kind of party is that?"),
        required=False,
        choices=[("", _("as we know this party")), *Party.Kind.choices],
        help_text=_("Needed for a new party."),
    )
    product_name = forms.CharField(
        label=_("Product"),
        required=False,
        max_length=300,
        widget=Known,
        help_text=_("By its name in the national product list, where it has one."),
    )

    class Meta:
        model = Touchpoint
        fields = ["name", "channel"]
        help_texts = {"name": _("For example: consultation, page about recognition.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party_name"].widget.known = self._known(self.organisation.parties)
        self.fields["product_name"].widget.known = self._known(self.organisation.products)
        if self.instance.pk:
            self.initial["party_name"] = self.instance.party.name
            self.initial["party_kind"] = self.instance.party.kind
            self.initial["product_name"] = self.instance.product.name if self.instance.product else ""

    def _known(self, manager: Any) -> list[str]:
        return list(manager.values_list("name", flat=True).distinct()[:OFFERED])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("party_name"):
            self.instance.party = self._party(cleaned["party_name"], cleaned.get("party_kind"))
        return cleaned

    def _party(self, name: str, kind: str | None) -> Party:
        """The one of this name and kind, or a new one that is not yet stored."""
        known = self.organisation.parties.filter(name__iexact=name)
        found = (known.filter(kind=kind) if kind else known).order_by("pk").first()
        if not found and not kind:
            self.add_error("party_kind", _("This party is new: choose what kind it is."))
        return found or Party(organisation=self.organisation, name=name, kind=kind or Party.Kind.PARTNER)

    def _get_validation_exclusions(self) -> set[str]:
        """The party decides whether this touchpoint is there already; a new one can't be."""
        known = {"party"} if self.instance.party_id else set()
        return super()._get_validation_exclusions() - known

    def save(self, commit: bool = True) -> Touchpoint:
        party = self.instance.party
        if party.pk is None:
            party.save()
            self.instance.party = party
        name = self.cleaned_data["product_name"]
        self.instance.product = self._product(name) if name else None
        return super().save(commit)

    def _product(self, name: str) -> Product:
        products = self.organisation.products
        return products.filter(name__iexact=name).order_by("pk").first() or products.create(name=name)
