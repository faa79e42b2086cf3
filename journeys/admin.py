"""Life events, and journeys with all that is on their maps, in the admin."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from journeys.admin_changes import JourneyContentAdmin
from journeys.models import (
    Encounter,
    Evidence,
    EvidenceAbout,
    Fact,
    Journey,
    LifeEvent,
    Pain,
    Phase,
    SavedView,
    Situation,
    Step,
    StepSituation,
)
from journeys.moving import changed_by_the_end_of
from journeys.ordering import renumber
from organisations.admin_scope import ScopedAdmin, ScopedInline, ScopedTable

PAIN = ["text", "severity", "influence", "process_step"]
FACT = ["text", "source", "checked_on"]
ENCOUNTER = ["touchpoint", "wanted", "experience", "note"]


class SituationFormSet(BaseInlineFormSet):
    """What steps are only for stays: their journeys would change without anyone being asked."""

    def clean(self) -> None:
        super().clean()
        going = [form.instance for form in self.deleted_forms]
        used = [situation for situation in going if situation.pk and situation.step_situations.exists()]
        if used:
            message = _(
                "Steps are only for %(names)s. Delete it on the page of the life event itself: "
                "there you choose what becomes of these steps."
            )
            raise ValidationError(message, params={"names": ", ".join(f"“{one}”" for one in used)})


class SituationInline(ScopedTable):
    model = Situation
    formset = SituationFormSet
    fields = ["name"]


@admin.register(LifeEvent)
class LifeEventAdmin(ScopedAdmin):
    explanation = _("What happens in people’s lives, with the situations that make their routes differ.")
    fields = ["name", "motive", "anchor"]
    list_display = ["name", "motive", "anchor"]
    list_filter = ["motive"]
    search_fields = ["name"]
    inlines = [SituationInline]

    def take_away(self, row: models.Model) -> None:
        """The order of the situations closes around it."""
        super().take_away(row)
        renumber(row.life_event.situations.all())


class PhaseInline(ScopedTable):
    """Deleted on a page of its own, which says what goes along."""

    model = Phase
    fields = ["name"]
    can_delete = False


@admin.register(Journey)
class JourneyAdmin(JourneyContentAdmin):
    explanation = _(
        "One persona going through one life event. Drawing is quicker on the map: choose ‘View on site’."
    )
    to_journey = ""
    fields = ["title", "life_event", "persona", "kind", "goal", "based_on", "taken_from"]
    list_display = ["title", "life_event", "persona", "kind", "created_at"]
    list_filter = [
        "kind",
        ("life_event", admin.RelatedOnlyFieldListFilter),
        ("persona", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["life_event", "persona"]
    search_fields = ["title", "goal", "persona__name", "life_event__name"]
    autocomplete_fields = ["life_event", "persona", "based_on"]
    inlines = [PhaseInline]

    def delete_model(self, request: HttpRequest, obj: Journey) -> None:
        with self.lock(request, [obj, *changed_by_the_end_of(obj)]):
            self.take_away(obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        with self.lock(request, [*queryset, *changed_by_the_end_of(*queryset)]):
            super().delete_queryset(request, queryset)


class StepInline(ScopedTable):
    """Deleted on a page of its own, which says what goes along."""

    model = Step
    fields = ["title", "offset_days", "duration_days", "feeling"]
    can_delete = False


@admin.register(Phase)
class PhaseAdmin(JourneyContentAdmin):
    explanation = _("The named stretches of a journey. Their order is changed on the map.")
    stays_in = ("journey",)
    fields = ["journey", "name"]
    list_display = ["name", "journey"]
    list_filter = [("journey", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["journey"]
    search_fields = ["name", "journey__title"]
    ordering = ["journey__title", "journey_id", "order"]
    autocomplete_fields = ["journey"]
    inlines = [StepInline]

    def staying(self, rows: Iterable[Phase]) -> list[str]:
        """A journey keeps a phase."""
        journeys = Journey.objects.filter(phases__in=rows).distinct()
        emptied = [
            one for one in journeys if not one.phases.exclude(pk__in=[row.pk for row in rows]).exists()
        ]
        return [_("the only phase of “%(journey)s”") % {"journey": journey} for journey in emptied]


class StepSituationInline(ScopedTable):
    """The situations of the step's own life event; others would mean nothing on its map."""

    model = StepSituation
    fields = ["situation"]
    show_change_link = False

    def get_formset(self, request: HttpRequest, obj: Step | None = None, **kwargs: Any):
        formset = super().get_formset(request, obj, **kwargs)
        choices = request.organisation.situations
        if obj:
            choices = choices.filter(life_event__journeys__phases=obj.phase_id)
        formset.form.base_fields["situation"].queryset = choices
        return formset


class FactInline(ScopedInline):
    model = Fact
    fields = FACT


class EncounterInline(ScopedInline):
    model = Encounter
    fields = ENCOUNTER
    autocomplete_fields = ["touchpoint"]


class PainInline(ScopedInline):
    model = Pain
    fields = PAIN


@admin.register(Step)
class StepAdmin(JourneyContentAdmin):
    explanation = _(
        "What people do, think and feel at one moment, over all journeys: to search and to clean up."
    )
    to_journey = "phase__journey"
    stays_in = ("phase",)
    fields = [
        *("phase", "title", "offset_days", "duration_days", "feeling"),
        *("doing", "thinking", "needs", "designed"),
    ]
    list_display = ["title", "phase", "of_journey", "offset_days", "feeling"]
    list_filter = ["feeling", ("phase__journey", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["phase__journey"]
    search_fields = ["title", "doing", "thinking", "needs", "designed"]
    ordering = ["phase__journey__title", "phase__journey_id", "phase__order", "order"]
    autocomplete_fields = ["phase"]
    inlines = [StepSituationInline, FactInline, EncounterInline, PainInline]

    def staying(self, rows: Iterable[Step]) -> list[str]:
        """A journey keeps a step."""
        going = [row.pk for row in rows]
        journeys = Journey.objects.filter(phases__steps__in=going).distinct()
        emptied = [
            one
            for one in journeys
            if not Step.objects.filter(phase__journey=one).exclude(pk__in=going).exists()
        ]
        return [_("the only step of “%(journey)s”") % {"journey": journey} for journey in emptied]

    def get_inlines(self, request: HttpRequest, obj: models.Model | None) -> list:
        """First the step: what may lie at it depends on its journey."""
        return self.inlines if obj else []


class CardAdmin(JourneyContentAdmin):
    """What lies at a step, to search and clean up over all journeys."""

    to_journey = "step__phase__journey"
    stays_in = ("step",)
    list_select_related = ["step__phase__journey"]
    ordering = ["step__phase__journey_id", "step__phase__order", "step__order", "order"]
    autocomplete_fields = ["step"]


@admin.register(Fact)
class FactAdmin(CardAdmin):
    explanation = _(
        "Rules at steps, with their source. Filter on the date of the check to find what may be outdated."
    )
    fields = ["step", *FACT]
    list_display = ["text", "source", "checked_on", "step", "of_journey"]
    list_filter = ["checked_on", ("step__phase__journey", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["text", "source"]


@admin.register(Encounter)
class EncounterAdmin(CardAdmin):
    explanation = _("Where a step meets a touchpoint, wanted or not, and how that was.")
    fields = ["step", *ENCOUNTER]
    list_display = ["touchpoint", "step", "of_journey", "wanted", "experience"]
    list_filter = ["wanted", "experience", ("step__phase__journey", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["touchpoint", "step__phase__journey"]
    search_fields = ["touchpoint__name", "note"]
    autocomplete_fields = ["step", "touchpoint"]


@admin.register(Pain)
class PainAdmin(CardAdmin):
    explanation = _("What hurts at a step, how much, and whether we can do something about it.")
    fields = ["step", *PAIN]
    list_display = ["text", "severity", "influence", "step", "of_journey"]
    list_filter = ["severity", "influence", ("step__phase__journey", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["text"]
    autocomplete_fields = ["step", "process_step"]


@admin.register(SavedView)
class SavedViewAdmin(ScopedAdmin):
    explanation = _(
        "Ways of looking at a journey that were kept under a name. "
        "They are made beside the lenses of a journey."
    )
    stays_in = ("journey",)
    fields = ["journey", "made_by", "name", "shared"]
    readonly_fields = ["made_by"]
    list_display = ["name", "journey", "made_by", "shared"]
    list_filter = ["shared", ("journey", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["journey", "made_by"]
    search_fields = ["name", "journey__title"]

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class EvidenceAboutInline(ScopedTable):
    model = EvidenceAbout
    fields = ["step", "pain"]
    autocomplete_fields = ["step", "pain"]
    show_change_link = False


@admin.register(Evidence)
class EvidenceAdmin(JourneyContentAdmin):
    explanation = _("Which findings a journey rests on, and the steps and pains that they are about.")
    stays_in = ("journey",)
    fields = ["journey", "finding"]
    list_display = ["finding", "journey"]
    list_filter = [("journey", admin.RelatedOnlyFieldListFilter), "finding__kind"]
    list_select_related = ["finding", "journey"]
    search_fields = ["finding__text", "journey__title"]
    autocomplete_fields = ["journey", "finding"]
    inlines = [EvidenceAboutInline]
