"""The administration of one organisation shows, offers and takes nothing of another."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from journeys.models import Journey
from organisations.models import Content, Invitation, Membership, Organisation, User
from tests import factories
from tests.conftest import signed_in
from tests.organisations.admin_pages import address, no_rows

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
CONTENT = [model for model in MODELS if model._meta.app_label != "organisations"]


# Written by themselves, or while people sit together: the history and the pages of sessions show them.
# How far someone is in the leerroute is nobody else's to change.
LEARNT = {"learning.Learner", "learning.LessonDone", "learning.SetAside"}
NOT_BY_HAND = {"journeys.Change", "personas.Passage"} | LEARNT
LIVE = "workshops."
# Prepared at the console, which asks for all that a session needs; kept beside the lenses, as one looks.
ADDED_ELSEWHERE = {"workshops.Workshop", "journeys.SavedView"}


def label(model) -> str:
    return model.__name__


def test_everything_that_people_write_is_there():
    inlines = {inline.model for desk in admin.site._registry.values() for inline in desk.inlines}
    content = {model for model in apps.get_models() if issubclass(model, Content)}
    without = {model._meta.label for model in content - inlines - set(MODELS)}

    assert {Organisation, User, Invitation} < set(MODELS)
    assert {name for name in without if not name.startswith(LIVE)} == NOT_BY_HAND


@pytest.mark.parametrize(
    "page", ["", "personas/persona/", "organisations/user/", "jsi18n/", "autocomplete/", "x/"]
)
def test_only_administrators_enter(page, client, as_editor, as_viewer, facilitator):
    path = f"/beheer/{page}"

    assert client.get(path).url.startswith("/account/inloggen/?next=/beheer/")
    assert {who.get(path).status_code for who in (as_editor, as_viewer, signed_in(facilitator))} == {403}


def test_signing_in_leads_to_the_page_that_was_asked(client, administrator):
    page = client.get("/beheer/login/?next=/beheer/personas/persona/")

    assert page.url == "/account/inloggen/?next=/beheer/personas/persona/"


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_lists_and_forms_open(model, as_administrator, waterrijk):
    if issubclass(model, Content):
        factories.make(model, waterrijk)
    row = model._default_manager.order_by("pk").first()

    assert as_administrator.get(address(model, "changelist"), {"q": "x"}).status_code == 200
    assert as_administrator.get(address(model, "changelist")).status_code == 200
    assert as_administrator.get(address(model, "change", row.pk)).status_code == 200
    assert as_administrator.get(address(model, "history", row.pk)).status_code == 200


@pytest.mark.parametrize("model", CONTENT, ids=label)
def test_lists_hold_no_row_of_another_organisation(model, as_administrator, waterrijk, elsewhere):
    ours, _theirs = factories.make(model, waterrijk), factories.make(model, elsewhere)

    page = as_administrator.get(address(model, "changelist"))

    assert list(page.context["cl"].queryset) == [ours]
    assert str(ours) in page.content.decode()


@pytest.mark.parametrize("model", CONTENT, ids=label)
def test_a_row_of_another_organisation_does_not_exist(model, as_administrator, elsewhere):
    theirs = factories.make(model, elsewhere)

    for page in ("change", "history", "delete"):
        for response in (
            as_administrator.get(address(model, page, theirs.pk)),
            as_administrator.post(address(model, page, theirs.pk), {"post": "yes"}),
        ):
            assert response.status_code == 404
    assert model._default_manager.filter(pk=theirs.pk).exists()


@pytest.mark.parametrize("model", CONTENT, ids=label)
def test_no_form_shows_or_takes_an_organisation(model, as_administrator, waterrijk):
    for page in forms_of(model, factories.make(model, waterrijk)):
        fields = as_administrator.get(page).context["adminform"].form.fields
        assert not {"organisation", "order", "version"} & set(fields)


def forms_of(model, row) -> list[str]:
    """Where a row is made, if it is made there, and where it is changed."""
    change = address(model, "change", row.pk)
    return [change] if model._meta.label in ADDED_ELSEWHERE else [address(model, "add"), change]


def choices(context) -> set:
    """Every row that a choice on a page offers."""
    forms = [context["adminform"].form]
    forms += [inline.formset.empty_form for inline in context["inline_admin_formsets"]]
    fields = [(name, field) for form in forms for name, field in form.fields.items() if name != "id"]
    return {row for _name, field in fields if hasattr(field, "queryset") for row in field.queryset}


@pytest.mark.parametrize("model", CONTENT, ids=label)
def test_no_choice_offers_a_row_of_another_organisation(model, as_administrator, waterrijk, elsewhere):
    for other in CONTENT:
        factories.make(other, elsewhere)
    row = factories.make(model, waterrijk)

    for page in forms_of(model, row):
        offered = choices(as_administrator.get(page).context)
        assert elsewhere not in {choice.organisation for choice in offered}


def test_searching_a_choice_finds_only_ours(as_administrator, waterrijk, elsewhere):
    factories.PersonaFactory(organisation=waterrijk, name="Farah van hier")
    factories.PersonaFactory(organisation=elsewhere, name="Farah van elders")

    found = as_administrator.get(
        reverse("admin:autocomplete"),
        {"term": "farah", "app_label": "journeys", "model_name": "journey", "field_name": "persona"},
    ).json()["results"]

    assert [choice["text"] for choice in found] == ["Farah van hier"]


def test_filters_name_only_ours(as_administrator, waterrijk, elsewhere):
    for organisation in (waterrijk, elsewhere):
        for number in range(2):
            factories.JourneyFactory(organisation=organisation, persona__name=f"{organisation.slug} {number}")

    page = as_administrator.get(address(Journey, "changelist")).content.decode()

    assert "waterrijk 1" in page
    assert "elders 1" not in page


def test_a_choice_of_another_organisation_is_refused(as_administrator, waterrijk, elsewhere):
    theirs = factories.PersonaFactory(organisation=elsewhere)
    ours = factories.LifeEventFactory(organisation=waterrijk)

    page = as_administrator.post(
        address(Journey, "add"),
        {"title": "Reis", "life_event": ours.pk, "persona": theirs.pk, "kind": "as_is", **no_rows("phases")},
    )

    assert page.context["adminform"].form.errors["persona"]
    assert not Journey.objects.exists()


def test_the_organisation_page_is_of_ones_own_only(as_administrator, waterrijk, elsewhere):
    pages = {page: f"/beheer/organisations/organisation/{page}" for page in ("", "add/")}

    assert list(as_administrator.get(pages[""]).context["cl"].queryset) == [waterrijk]
    assert as_administrator.get(pages["add/"]).status_code == 403
    assert as_administrator.get(f"{pages['']}{elsewhere.pk}/change/").status_code == 404
    assert as_administrator.post(f"{pages['']}{waterrijk.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_switch_of_organisation_switches_the_administration(as_administrator, administrator, elsewhere):
    factories.MembershipFactory(user=administrator, organisation=elsewhere, role=Membership.Role.VIEWER)

    as_administrator.post("/organisatie/wissel/", {"organisation": elsewhere.pk})

    assert as_administrator.get("/beheer/").status_code == 403


def test_a_superuser_needs_a_membership_too(db):
    user = factories.UserFactory(is_superuser=True, is_staff=True)

    assert signed_in(user).get("/beheer/").status_code == 403


@pytest.mark.parametrize("model", CONTENT, ids=label)
def test_more_rows_ask_no_more_queries(model, as_administrator, waterrijk, django_assert_max_num_queries):
    for _number in range(6):
        factories.make(model, waterrijk)

    with django_assert_max_num_queries(22):
        as_administrator.get(address(model, "changelist"))
