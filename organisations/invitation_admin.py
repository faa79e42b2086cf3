"""Inviting people by e-mail, in the admin: who, as what, and what became of it."""

from functools import partial

from allauth.core import ratelimit
from django.contrib import admin, messages
from django.db import models, transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from organisations.admin_scope import ScopedAdmin
from organisations.invitation_forms import InvitationForm
from organisations.inviting import send
from organisations.models import Invitation

TOLD = [
    *("email", "role", "language", "state", "invited_by"),
    *("sent_at", "expires_at", "accepted_at", "accepted_by"),
]


class StateFilter(admin.SimpleListFilter):
    """By what became of it, which follows from its dates."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return Invitation.State.choices

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.in_state(self.value()) if self.value() in Invitation.State else queryset


@admin.register(Invitation)
class InvitationAdmin(ScopedAdmin):
    """Made, sent again and withdrawn; never changed, for a message went out."""

    explanation = _(
        "Invite someone by e-mail. The link in the message works once, for 14 days. Send it again, or "
        "withdraw the invitation, as long as nobody used it."
    )
    form = InvitationForm
    fields = ["email", "role", "language"]
    list_display = ["email", "role", "state", "invited_by", "sent_at", "expires_at"]
    list_filter = [StateFilter, "role"]
    list_select_related = ["invited_by"]
    search_fields = ["email"]
    actions = ["send_again", "withdraw"]
    change_form_template = "admin/organisations/invitation/change_form.html"

    def get_fields(self, request: HttpRequest, obj: Invitation | None = None) -> list[str]:
        return TOLD if obj else self.fields

    def get_readonly_fields(self, request: HttpRequest, obj: Invitation | None = None) -> list[str]:
        return TOLD if obj else []

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    @admin.display(description=_("state"))
    def state(self, invitation: Invitation) -> str:
        return invitation.state.label

    def get_urls(self) -> list:
        view, name = self.admin_site.admin_view, "organisations_invitation"
        return [
            path("<int:object_id>/opnieuw/", view(self.again_view), name=f"{name}_again"),
            path("<int:object_id>/intrekken/", view(self.withdraw_view), name=f"{name}_withdraw"),
            *super().get_urls(),
        ]

    def save_model(self, request: HttpRequest, obj: Invitation, form: ModelForm, change: bool) -> None:
        self.renew(request, obj)

    def again_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.act(request, object_id, self.send_again)

    def withdraw_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.act(request, object_id, self.withdraw)

    def act(self, request: HttpRequest, object_id: int, action) -> HttpResponse:
        """One of the actions, on one invitation, from its own page."""
        row = get_object_or_404(self.get_queryset(request), pk=object_id)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        action(request, Invitation.objects.filter(pk=row.pk))
        return redirect("admin:organisations_invitation_change", row.pk)

    @admin.action(description=_("Send again"))
    def send_again(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        with transaction.atomic():
            undecided = list(queryset.undecided().select_for_update(of=("self",)))
            for invitation in undecided:
                self.renew(request, invitation)
        self.tell_rest(request, queryset.count() - len(undecided))

    @admin.action(description=_("Withdraw"))
    def withdraw(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        with transaction.atomic():
            undecided = list(queryset.undecided().select_for_update(of=("self",)))
            for invitation in undecided:
                invitation.withdraw()
        for invitation in undecided:
            text = _("The invitation of %s is withdrawn. Its link no longer works.") % invitation
            self.message_user(request, text, messages.SUCCESS)
        self.tell_rest(request, queryset.count() - len(undecided))

    def tell_rest(self, request: HttpRequest, count: int) -> None:
        if count:
            text = _("An invitation that was accepted or withdrawn stays as it is.")
            self.message_user(request, text, messages.WARNING)

    def renew(self, request: HttpRequest, invitation: Invitation) -> None:
        """A new link, sent once it is stored; not so often that someone's mailbox fills up."""
        if not ratelimit.consume(request, action="invite", key=invitation.email.lower()):
            text = _("%s was invited often already. Wait an hour.") % invitation
            self.message_user(request, text, messages.ERROR)
            if invitation.pk:
                return
        token = invitation.renew(by=request.user)
        transaction.on_commit(partial(self.send, request, invitation, token))

    def send(self, request: HttpRequest, invitation: Invitation, token: str) -> None:
        link = send(request, invitation, token)
        if link:
            text = _("No mail could be sent. Give this link to %(email)s; it is shown only now: %(link)s")
            self.message_user(request, text % {"email": invitation, "link": link}, messages.WARNING)
        else:
            text = _("The message to %s is on its way.") % invitation
            self.message_user(request, text, messages.SUCCESS)
