"""The catalogue of places of contact, in the admin."""

from django.contrib import admin

from organisations.admin_scope import ScopedAdmin
from touchpoints.models import Party, Product, Touchpoint


@admin.register(Party)
class PartyAdmin(ScopedAdmin):
    fields = ["name", "kind"]
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]


@admin.register(Product)
class ProductAdmin(ScopedAdmin):
    fields = ["name", "uri"]
    list_display = ["name", "uri"]
    search_fields = ["name"]


@admin.register(Touchpoint)
class TouchpointAdmin(ScopedAdmin):
    fields = ["name", "channel", "party", "product"]
    list_display = ["name", "channel", "party", "product"]
    list_filter = ["channel", "party__kind"]
    list_select_related = ["party", "product"]
    search_fields = ["name", "party__name", "product__name"]
    autocomplete_fields = ["party", "product"]
