"""What an administrator types about the organisation and its people."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from organisations.models import Membership, Organisation, User
from organisations.themes import theme_choices

LARGEST_LOGO = 500 * 1024


class LogoInput(AdminFileWidget):
    """Shows the picture itself: its file has no address of its own."""

    template_name = "admin/_logo_input.html"


class OrganisationForm(forms.ModelForm):
    """The look of the organisation; a style sheet that isn't there would break every page."""

    theme_css = forms.ChoiceField(label=_("Colour"), required=False)

    class Meta:
        model = Organisation
        fields = ["name", "theme_class", "theme_css", "logo"]
        widgets = {"logo": LogoInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colour = self.fields["theme_css"]
        colour.choices = theme_choices(self.instance.theme_css)
        colour.help_text = _("A supplier adds others, as a style sheet in the folder “themes”.")

    def clean_theme_css(self) -> str:
        path = self.cleaned_data["theme_css"]
        if path and not finders.find(path):
            raise forms.ValidationError(_("This colour is not there any more. Choose another one."))
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

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:  # nobody is deleted
            form.fields["DELETE"].label = _("End the access to this organisation")

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
