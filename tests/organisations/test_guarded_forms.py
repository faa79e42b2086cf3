"""Whatever people may type is guarded, in every form there is: it asks, and never refuses."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from django import forms
from django.apps import apps
from django.conf import settings
from django.http import QueryDict

from journeys.models import Journey
from journeys.subject_forms import JourneyForm
from organisations.guarded import Guarded, is_free_text
from organisations.models import Invitation, Membership, Organisation, User
from personas.forms import PersonaForm
from personas.models import Interview
from tests.factories import InterviewFactory, JourneyFactory, PersonaFactory, StepFactory

BSN = "111222333"
# These are about the people who work here, about looking things up, and about coming in under a made-up name.
ABOUT_ACCOUNTS = (User, Membership, Invitation, Organisation)
ASKS_NOTHING = {"HistoryForm", "CodeForm", "JoinForm"}
# A block of a spreadsheet is asked about cell by cell.
ASKS_LATER = {"PasteForm"}


def our_modules() -> Iterator[str]:
    for app in apps.get_app_configs():
        if app.path.startswith(str(settings.BASE_DIR)) and ".venv" not in app.path:
            for module in pkgutil.walk_packages([app.path], f"{app.name}."):
                if not {"migrations", "management"} & set(module.name.split(".")):
                    yield module.name


def below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def our_forms() -> list[type]:
    names = set(our_modules())
    for name in names:
        import_module(name)
    ours = {form for form in below(forms.BaseForm) if form.__module__ in names}
    return sorted(ours, key=lambda form: f"{form.__module__}.{form.__name__}")


def is_about_accounts(form: type) -> bool:
    model = getattr(getattr(form, "_meta", None), "model", None)
    return model in ABOUT_ACCOUNTS or "account" in form.__module__ or "invitation" in form.__module__


def test_every_form_with_free_text_asks():
    asking = [
        form for form in our_forms() if any(map(is_free_text, getattr(form, "base_fields", {}).values()))
    ]
    loose = [form for form in asking if not issubclass(form, Guarded) and not is_about_accounts(form)]
    assert {form.__name__ for form in loose} - ASKS_NOTHING - ASKS_LATER == set()
    assert len(asking) > 15


def test_it_asks_beside_the_field_and_keeps_what_was_typed(as_editor, waterrijk):
    journey = JourneyFactory(organisation=waterrijk)
    step = StepFactory(phase__journey=journey)
    address = f"{journey.get_absolute_url()}stappen/{step.pk}/doen/"
    answer = as_editor.post(address, {"doing": f"Belt met {BSN}", "designed": ""})
    step.refresh_from_db()
    assert (answer.status_code, step.doing) == (422, "")
    assert BSN in answer.context["form"]["doing"].errors[0]
    assert f'name="keep_personal" value="{BSN}"' in answer.content.decode()


def test_it_keeps_on_purpose_what_was_ticked(as_editor, waterrijk):
    journey = JourneyFactory(organisation=waterrijk)
    step = StepFactory(phase__journey=journey)
    address = f"{journey.get_absolute_url()}stappen/{step.pk}/doen/"
    sent = {"doing": f"Belt met {BSN}", "designed": "", "keep_personal": BSN}
    assert as_editor.post(address, sent).status_code == 302
    step.refresh_from_db()
    assert BSN in step.doing


@pytest.mark.django_db
def test_what_was_ticked_is_kept_and_no_more(waterrijk):
    sent = QueryDict(mutable=True)
    sent.update({"name": "Farah", "situation": f"{BSN} en 06-12345678", "keep_personal": BSN})
    form = PersonaForm(sent, organisation=waterrijk)
    assert not form.is_valid()
    assert list(form.personal) == ["situation"]


def test_tick_stays_where_something_else_is_wrong(as_editor):
    sent = {
        "code": "G1",
        "kind": "resident",
        "held_on": "2026-02-01",
        "people": 1,
        "keep_until": "2026-01-01",
    }
    answer = as_editor.post("/gesprekken/nieuw/", {**sent, "notes": BSN, "keep_personal": BSN})
    assert "keep_until" in answer.context["form"].errors
    assert "notes" not in answer.context["form"].errors
    assert answer.context["form"].personal["notes"].kept
    assert " checked" in answer.content.decode().split(f'value="{BSN}"')[1].split(">")[0]


def test_what_stood_there_already_is_not_asked_again(waterrijk):
    persona = PersonaFactory(organisation=waterrijk, situation=f"Nummer {BSN}", needs=["bel 06-12345678"])
    sent = {"name": persona.name, "situation": f"Nummer {BSN}, en meer", "needs": "rust\nbel 06-12345678"}
    assert PersonaForm(sent, instance=persona, organisation=waterrijk).is_valid()


@pytest.mark.parametrize("field", ["title", "goal"])
def test_title_and_goal_of_a_journey_are_guarded(waterrijk, field):
    journey = JourneyFactory(organisation=waterrijk)
    sent = {"title": "x", "goal": "", "kind": Journey.Kind.AS_IS, "persona": journey.persona_id}
    sent |= {"life_event": journey.life_event_id, field: "mail jan@example.org"}
    assert set(JourneyForm(sent, instance=journey, organisation=waterrijk).errors) == {field}


def test_admin_asks_with_a_box_in_the_question(as_administrator, waterrijk):
    interview = InterviewFactory(organisation=waterrijk)
    address = f"/beheer/personas/interview/{interview.pk}/change/"
    sent = {"code": interview.code, "kind": "resident", "held_on": "2026-03-01", "people": 1}
    sent |= {"keep_until": "2027-03-01", "notes": f"zij zei {BSN}"}
    sent |= {f"findings-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    asked = as_administrator.post(address, sent)
    assert f'name="keep_personal" value="{BSN}"' in asked.content.decode()
    assert as_administrator.post(address, {**sent, "keep_personal": BSN}).status_code == 302
    assert BSN in Interview.objects.get().notes
