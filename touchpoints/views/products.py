"""What the municipality supplies, by its name in the national product list."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import editor_required, member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import confirm_page, form_page, in_use_page, posted, use
from touchpoints.forms import ProductForm


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
    if form.is_valid():
        return redirect(form.save())
    intro = _("What we supply, by its name in the national product list, so that others recognise it.")
    back = reverse("touchpoints:product-list")
    return form_page(request, form, heading=_("New product"), action=_("Save"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def product_edit(request: OrganisationRequest, product: int) -> HttpResponse:
    product = get_object_or_404(request.organisation.products, pk=product)
    back, heading = product.get_absolute_url(), _("Edit %(name)s") % {"name": product}
    form = ProductForm(posted(request), instance=product, organisation=request.organisation)
    if form.is_valid():
        form.save()
        messages.success(request, _("The product is saved."))
        return redirect(back)
    return form_page(request, form, heading=heading, action=_("Save"), back=back)


@editor_required
@require_http_methods(["GET", "POST"])
def product_delete(request: OrganisationRequest, product: int) -> HttpResponse:
    product = get_object_or_404(request.organisation.products, pk=product)
    back, heading = product.get_absolute_url(), _("Delete %(name)s?") % {"name": product}
    uses = [use(touchpoint) for touchpoint in product.touchpoints.all()]
    if uses:
        text = _("These touchpoints are about this product. Choose another product there first.")
        return in_use_page(request, uses, heading=heading, text=text, back=back)
    if request.method == "POST":
        product.delete()
        messages.success(request, _("The product is deleted."))
        return redirect("touchpoints:product-list")
    text = _("No touchpoint uses this product.")
    return confirm_page(request, heading=heading, text=text, action=_("Delete"), back=back)
