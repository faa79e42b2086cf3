"""How the history names what the database keeps: in the words of the screens, not in those of the tables."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DEEDS = {"insert": _("added"), "update": _("changed"), "delete": _("deleted")}
# A row that only ties two things together comes and goes as their tie.
TIES = {"insert": _("linked"), "update": _("changed"), "delete": _("unlinked")}

KINDS = {
    "user": _("account"),
    "membership": _("role of someone"),
    "encounter": _("contact at a step"),
    "fact": _("rule at a step"),
    "stepsituation": _("situation at a step"),
    "evidence": _("finding at a journey"),
    "evidenceabout": _("finding at a step or pain"),
    "addressedpain": _("pain at an improvement"),
    "landing": _("touchpoint at an improvement"),
}
TIED = {"stepsituation", "evidence", "evidenceabout", "addressedpain", "landing"}

#: None is not told: nobody here types it, or the line says it already.
FIELDS: dict[str, Promise | None] = {
    "user.is_superuser": None,
    "user.is_staff": None,
    "user.date_joined": None,
    "user.is_active": _("may sign in"),
    "membership.user": _("person"),
    "organisation.slug": None,
    "invitation.language": _("language of the message"),
    "evidenceabout.evidence": _("finding"),
}
ORDER = "order"


def kind_in_words(model: type[models.Model]) -> str:
    return str(KINDS.get(model._meta.model_name, model._meta.verbose_name))


def deed_in_words(model: type[models.Model], label: str) -> str:
    deeds = TIES if model._meta.model_name in TIED else DEEDS
    return str(deeds[label])


def is_told(field: models.Field) -> bool:
    return FIELDS.get(name_of(field), field) is not None


def field_in_words(field: models.Field) -> str:
    if field.name == ORDER:
        return str(_("place in the row"))
    return str(FIELDS.get(name_of(field)) or field.verbose_name)


def name_of(field: models.Field) -> str:
    return f"{field.model._meta.model_name}.{field.name}"
