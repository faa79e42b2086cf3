"""The addresses of touchpoints, and of the parties and products behind them."""

from django.urls import path

from touchpoints.views import doubles, parties, products, touchpoints

app_name = "touchpoints"
urlpatterns = [
    path("contactmomenten/", touchpoints.touchpoint_list, name="touchpoint-list"),
    path("contactmomenten/nieuw/", touchpoints.touchpoint_new, name="touchpoint-new"),
    path("contactmomenten/dubbel/", doubles.touchpoint_doubles, name="touchpoint-doubles"),
    path("contactmomenten/<int:touchpoint>/", touchpoints.touchpoint_page, name="touchpoint-page"),
    path("contactmomenten/<int:touchpoint>/bewerken/", touchpoints.touchpoint_edit, name="touchpoint-edit"),
    path(
        "contactmomenten/<int:touchpoint>/verwijderen/",
        touchpoints.touchpoint_delete,
        name="touchpoint-delete",
    ),
    path("partijen/", parties.party_list, name="party-list"),
    path("partijen/nieuw/", parties.party_new, name="party-new"),
    path("partijen/<int:party>/", parties.party_page, name="party-page"),
    path("partijen/<int:party>/bewerken/", parties.party_edit, name="party-edit"),
    path("partijen/<int:party>/verwijderen/", parties.party_delete, name="party-delete"),
    path("producten/", products.product_list, name="product-list"),
    path("producten/nieuw/", products.product_new, name="product-new"),
    path("producten/<int:product>/", products.product_page, name="product-page"),
    path("producten/<int:product>/bewerken/", products.product_edit, name="product-edit"),
    path("producten/<int:product>/verwijderen/", products.product_delete, name="product-delete"),
]
