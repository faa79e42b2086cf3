"""What every table of content has in common."""

import re
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.constraints import SameOrganisation

# Nobody types these, no document may hold them (see exchange), and PostgreSQL takes no NUL.
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Content(models.Model):
    """A row that belongs to one organisation, and can be pointed at only from within it."""

    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, verbose_name=_("organisation"), editable=False
    )

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "id"], name="%(app_label)s_%(class)s_of_organisation"
            )
        ]

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields(exclude)
        unreadable = _("This holds a character that cannot be saved. Type the text again.")
        errors = {
            field.name: unreadable
            for field in self._meta.concrete_fields
            if field.name not in (exclude or ()) and holds_control_character(getattr(self, field.attname))
        }
        if errors:
            raise ValidationError(errors)


def holds_control_character(value: object) -> bool:
    if isinstance(value, list):
        return any(map(holds_control_character, value))
    return isinstance(value, str) and CONTROL_CHARACTER.search(value) is not None


def within_organisation(model: str, *fields: str) -> list[models.BaseConstraint]:
    """The constraints of a `Content` model whose foreign keys are `fields`; `model` names them."""
    return [
        *Content._meta.constraints,
        *(SameOrganisation(field=field, name=f"{model}_{field}_same_organisation") for field in fields),
    ]


def ordered(model: str, parent: str) -> models.UniqueConstraint:
    """Each `order` once per parent, checked at commit so that rows can change places in a transaction."""
    return models.UniqueConstraint(
        fields=[parent, "order"], name=f"{model}_order_once", deferrable=models.Deferrable.DEFERRED
    )


def in_range(model: str, field: str, low: int, high: int | None = None) -> models.CheckConstraint:
    """`field` is at least `low`, and at most `high` where there is a highest; NULL is not known."""
    condition = models.Q(**{f"{field}__gte": low})
    if high is not None:
        condition &= models.Q(**{f"{field}__lte": high})
    return models.CheckConstraint(condition=condition, name=f"{model}_{field}_in_range")


def one_of(model: str, field: str, *values: str) -> models.CheckConstraint:
    """`field` holds one of `values`; NULL is not known."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": values}), name=f"{model}_{field}_known"
    )
