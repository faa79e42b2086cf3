"""What an administrator types about the organisation and its people."""

import re
from typing import Any

from django import forms
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from organisations.models import Membership, Organisation, User

LARGEST_LOGO = 500 * 1024
STYLE_SHEET = re.compile(r"(?!.*\.\.)[\w-][\w./-]*\.css")


class OrganisationForm(forms.ModelForm):
    """The look of the organisation; a style sheet that isn't there would break every page."""

    class Meta:
        model = Organisation
        fields = ["name", "theme_class", "theme_css", "logo"]

    def clean_theme_css(self) -> str:
        path = self.cleaned_data["theme_css"]
        if path and not (STYLE_SHEET.fullmatch(path) and finders.find(path)):
            raise forms.ValidationError(_("There is no style sheet with this path under static."))
        return path

    def clean_logo(self) -> Any:
        logo = self.cleaned_data["logo"]
        if isinstance(logo, UploadedFile) and logo.size > LARGEST_LOGO:
            raise forms.ValidationError(_("A logo has at most 500 kB."))
        return logo


class UserForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["email", "first_name", "last_name", "language", "is_active"]
        help_texts = {
            "is_active": _("Without this the account is closed; nothing that this person made is lost.")
        }

    def clean_is_active(self) -> bool:
        active = self.cleaned_data["is_active"]
        if not active and self.instance == self.acting:
            raise forms.ValidationError(_("Ask another administrator to close this account."))
        if not active and not self.organisation.keeps_an_administrator_without(self.instance):
            raise forms.ValidationError(_("The organisation needs at least one administrator."))
        return active


class MembershipFormSet(forms.BaseInlineFormSet):
    """The role of someone in the organisation at hand."""

    acting: User

    def clean(self) -> None:
        super().clean()
        for form in self.initial_forms:
            membership = form.instance
            stays = form not in self.deleted_forms and membership.role == Membership.Role.ADMINISTRATOR
            if form.has_changed() and not stays:
                self.refuse_loss(membership)

    def refuse_loss(self, membership: Membership) -> None:
        if membership.user == self.acting:
            raise forms.ValidationError(_("Ask another administrator to change this role."))
        if not membership.organisation.keeps_an_administrator_without(membership.user):
            raise forms.ValidationError(_("The organisation needs at least one administrator."))
