from django.db import migrations, models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_author_keys")]

    operations = [
        migrations.AddField(
            model_name="revision",
            name="name",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=80, verbose_name="name"
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), models.Q(("role", "working"), _negated=True), _connector="OR"),
                name="working_copy_has_no_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=LessThanOrEqual(Length("name"), 80), name="revision_name_is_short"
            ),
        ),
    ]
