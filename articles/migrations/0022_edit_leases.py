import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_branches(apps, schema_editor):
    """On the way back: the older release knows no branches, and their words stay."""
    revisions = apps.get_model("articles", "Revision").objects
    branches = revisions.using(schema_editor.connection.alias).filter(role="branch")
    branches.update(role="kept")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0021_notes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EditLease",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="lease",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("tab", models.CharField(blank=True, default="", max_length=32)),
                ("fence", models.PositiveIntegerField(default=0)),
                ("taken_at", models.DateTimeField(null=True)),
                ("beaten_at", models.DateTimeField(null=True)),
                ("last_typed_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "edit lease",
                "verbose_name_plural": "edit leases",
            },
        ),
        migrations.RemoveConstraint(
            model_name="revision",
            name="revision_role_is_known",
        ),
        migrations.AddField(
            model_name="revision",
            name="tab",
            field=models.CharField(blank=True, db_default="", default="", max_length=32),
        ),
        migrations.AddField(
            model_name="revision",
            name="tab_since",
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="revision",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, verbose_name="version"),
        ),
        migrations.AlterField(
            model_name="revision",
            name="role",
            field=models.CharField(
                choices=[("working", "working copy"), ("kept", "kept"), ("branch", "branch")],
                default="working",
                max_length=10,
                verbose_name="role",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["working", "kept", "branch"])),
                name="revision_role_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", "branch")),
                fields=("article", "by", "tab"),
                name="one_branch_a_tab",
            ),
        ),
        migrations.AddField(
            model_name="editlease",
            name="asked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="editlease",
            name="holder",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="editing",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, keep_branches),
    ]
