"""Personas and what was found out about people, in the admin."""

from collections.abc import Iterable

from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from organisations.admin_scope import ScopedAdmin, ScopedForm, ScopedInline
from organisations.forms import Lines
from personas.models import Finding, Interview, Persona
from personas.querysets import evidence_of


class PersonaForm(ScopedForm):
    """Lists as texts, one on a line."""

    needs = Lines(label=_("Needs"), required=False)
    worries = Lines(label=_("Worries"), required=False)


@admin.register(Persona)
class PersonaAdmin(ScopedAdmin):
    explanation = _("The people that journeys are about: made up out of research, never a real person.")
    form = PersonaForm
    fields = [
        *("name", "situation", "quote", "needs", "worries"),
        *("digital_skill", "capacity_to_act", "lives_here"),
    ]
    list_display = ["name", "digital_skill", "capacity_to_act", "lives_here"]
    list_filter = ["lives_here", "digital_skill", "capacity_to_act"]
    search_fields = ["name", "situation"]


class FindingInline(ScopedInline):
    """Deleted on a page of its own, which says what rests on it."""

    model = Finding
    fields = ["text", "kind", "source", "people", "found_on"]
    can_delete = False


@admin.register(Interview)
class InterviewAdmin(ScopedAdmin):
    explanation = _(
        "Talks with residents and staff, without names. Filter on ‘keep until’ to find notes that have to go."
    )
    fields = ["code", "kind", "held_on", "people", "consent", "keep_until", "notes"]
    list_display = ["code", "kind", "held_on", "people", "consent", "keep_until"]
    list_filter = ["kind", "consent", "keep_until"]
    search_fields = ["code", "notes"]
    date_hierarchy = "held_on"
    inlines = [FindingInline]


@admin.register(Finding)
class FindingAdmin(ScopedAdmin):
    explanation = _(
        "What was said, measured or read. Linking to a journey is done on the page of the finding itself."
    )
    fields = ["text", "kind", "interview", "source", "people", "found_on"]
    list_display = ["text", "kind", "interview", "people", "found_on"]
    list_filter = ["kind", "found_on"]
    list_select_related = ["interview"]
    search_fields = ["text", "source"]
    autocomplete_fields = ["interview"]

    def staying(self, rows: Iterable[Finding]) -> list[str]:
        """What a journey rests on is taken out of it first, so that its history tells."""
        words = _("“%(journey)s” rests on “%(finding)s”: take it out there first")
        return [
            words % {"journey": evidence.journey, "finding": Truncator(finding).chars(80)}
            for finding in rows
            for evidence in evidence_of(finding)
        ]
