"""What the municipality supplies, by its name in the national product list."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import editor_required, member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.moving import MoveForm
from organisations.pages import delete_page, edit_page, new_page, posted, use
from touchpoints.forms import ProductForm
from touchpoints.models import Product


@member_required
@require_safe
def product_list(request: OrganisationRequest) -> HttpResponse:
    products = request.organisation.products.matching(searched(request)).with_counts()
    return render(request, "touchpoints/product_list.html", listing(request, products))


@member_required
@require_safe
def product_page(request: OrganisationRequest, product: int) -> HttpResponse:
    product = get_object_or_404(request.organisation.products, pk=product)
    context = listing(request, product.touchpoints.with_place().with_counts())
    return render(request, "touchpoints/product.html", {**context, "product": product})


@editor_required
@require_http_methods(["GET", "POST"])
def product_new(request: OrganisationRequest) -> HttpResponse:
    form = ProductForm(posted(request), organisation=request.organisation)
    intro = _("What we supply, by its name in the national product list, so that others recognise it.")
    back = reverse("touchpoints:product-list")
    return new_page(request, form, heading=_("New product"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def product_edit(request: OrganisationRequest, product: int) -> HttpResponse:
    product = get_object_or_404(request.organisation.products, pk=product)
    form = ProductForm(posted(request), instance=product, organisation=request.organisation)
    return edit_page(request, form, saved=_("The product is saved."))


@editor_required
@require_http_methods(["GET", "POST"])
def product_delete(request: OrganisationRequest, product: int) -> HttpResponse:
    product = get_object_or_404(request.organisation.products, pk=product)
    return delete_page(
        request,
        product,
        uses=[use(touchpoint) for touchpoint in product.touchpoints.all()],
        refusal=_("These touchpoints are about this product."),
        move=move_product_form(product),
        question=_("No touchpoint uses this product."),
        deleted=_("The product is deleted."),
        after="touchpoints:product-list",
    )


def move_product_form(product: Product, data: QueryDict | None = None) -> MoveForm:
    return MoveForm(
        data,
        row=product,
        sisters=product.organisation.products.all(),
        address=reverse("journeys:product-move", args=[product.pk]),
        without=_("no product"),
    )
