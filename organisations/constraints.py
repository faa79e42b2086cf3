"""A database constraint that keeps rows inside their organisation."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.ddl_references import Statement
from django.utils.translation import gettext_lazy as _


class SameOrganisation(models.BaseConstraint):
    """A composite foreign key (organisation, field): a row can't point at a row of another organisation.

    `field` names a foreign key of the model to a `Content` model, which has a unique (organisation, id).
    It is checked at commit, so that rows may be written in any order within a transaction.
    """

    default_violation_error_message = _("This belongs to another organisation.")

    def __init__(self, *, field: str, name: str) -> None:
        super().__init__(name=name)
        self.field = field

    def _definition(self, model: type[models.Model], schema_editor: Any) -> str:
        field = model._meta.get_field(self.field)
        quote = schema_editor.quote_name
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY (organisation_id, {quote(field.column)}) "
            f"REFERENCES {quote(field.related_model._meta.db_table)} (organisation_id, id) "
            "DEFERRABLE INITIALLY DEFERRED"
        )

    def constraint_sql(self, model: type[models.Model], schema_editor: Any) -> str:
        return self._definition(model, schema_editor)

    def create_sql(self, model: type[models.Model], schema_editor: Any) -> Statement:
        definition = self._definition(model, schema_editor).replace("%", "%%")
        return Statement(
            f"ALTER TABLE %(table)s ADD {definition}", table=schema_editor.quote_name(model._meta.db_table)
        )

    def remove_sql(self, model: type[models.Model], schema_editor: Any) -> Statement:
        return Statement(
            "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s",
            table=schema_editor.quote_name(model._meta.db_table),
            name=schema_editor.quote_name(self.name),
        )

    def validate(self, model, instance, exclude=None, using=None) -> None:
        """Tell the same in a form, before the database has to."""
        if exclude and self.field in exclude:
            return
        target = getattr(instance, self.field, None)
        if target is not None and target.organisation_id != instance.organisation_id:
            raise ValidationError({self.field: self.get_violation_error_message()})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SameOrganisation):
            return NotImplemented
        return (self.name, self.field) == (other.name, other.field)

    __hash__ = models.BaseConstraint.__hash__

    def deconstruct(self) -> tuple[str, tuple, dict]:
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "field": self.field}
