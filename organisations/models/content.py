"""What every table of content has in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.constraints import SameOrganisation


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
