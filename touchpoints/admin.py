"""The catalogue of places of contact, in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from organisations.admin_scope import ScopedAdmin
from touchpoints.models import Party, Product, Touchpoint


@admin.register(Party)
class PartyAdmin(ScopedAdmin):
    explanation = _("Who stands behind a contact. The kind decides what counts as ours in every figure.")
    fields = ["name", "kind"]
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]


@admin.register(Product)
class ProductAdmin(ScopedAdmin):
    explanation = _("What we supply, by its name in the national product list.")
    fields = ["name", "uri"]
    list_display = ["name", "uri"]
    search_fields = ["name"]


@admin.register(Touchpoint)
class TouchpointAdmin(ScopedAdmin):
    explanation = _(
        "Where people meet an organisation. To make two into one, delete one on its own page and move "
        "everything to the other."
    )
    fields = ["name", "channel", "party", "product"]
    list_display = ["name", "channel", "party", "product"]
    list_filter = ["channel", "party__kind"]
    list_select_related = ["party", "product"]
    search_fields = ["name", "party__name", "product__name"]
    autocomplete_fields = ["party", "product"]
