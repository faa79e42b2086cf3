"""Texts of Django and allauth that this product says in Dutch of its own.

Nothing imports them: `make messages` collects them here, and our catalog comes before theirs.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

FIELDS = (
    _("This field is required."),
    _("This field cannot be blank."),
    _("This field cannot be null."),
    _("Enter a valid value."),
    _("Enter a valid email address."),
    _("Enter a valid URL."),
    _("Enter a valid date."),
    _("Enter a whole number."),
    _("Enter a number."),
    _("Null characters are not allowed."),
    _("Ensure this value is less than or equal to %(limit_value)s."),
    _("Ensure this value is greater than or equal to %(limit_value)s."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("%(model_name)s with this %(field_label)s already exists."),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
)
FILES = (
    _("No file was submitted."),
    _("The submitted file is empty."),
    _(
        "Upload a valid image. The file you uploaded was either not an image or a corrupted image.",
    ),
    _("File extension “%(extension)s” is not allowed. Allowed extensions are: %(allowed_extensions)s."),
)
SIGNING_IN = (
    _("Incorrect password."),
    _("Please type your current password."),
    _("Remember Me"),
    _("Forgot your password?"),
)
PASSWORDS = (
    _("Current Password"),
    _("New Password"),
    _("New Password (again)"),
    _("You must type the same password each time."),
    _("Your password can’t be too similar to your other personal information."),
    _("Your password can’t be a commonly used password."),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
    _("This password is too common."),
    _("The password is too similar to the %(verbose_name)s."),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
)
ADMINISTRATION = (
    _("Error:"),
    _("Model name"),
    _("Add link"),
    _("Change or view list link"),
    _("last login"),
    _("active"),
    _("Home"),
    _("Add %s"),
    _("Change %s"),
    _("View %s"),
    _("Select %s to change"),
    _("Select %s to view"),
    _("Cannot delete %(name)s"),
    _(
        "Deleting the %(object_name)s '%(escaped_object)s' would require "
        "deleting the following protected related objects:"
    ),
    _(
        "Deleting the selected %(objects_name)s would require deleting the following "
        "protected related objects:"
    ),
    _("Are you sure?"),
    _(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? '
        "All of the following related items will be deleted:"
    ),
    _(
        "Are you sure you want to delete the selected %(objects_name)s? "
        "All of the following objects and their related items will be deleted:"
    ),
    _("Run the selected action"),
    _("The {name} “{obj}” was added successfully."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("You may edit it again below."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _("Save and add another"),
    _("Save and continue editing"),
    _("Yes, I’m sure"),
    _("No, take me back"),
)
