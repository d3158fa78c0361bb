import django.db.models.deletion
from django.db import migrations, models


def create_index(apps, schema_editor):
    """FTS5 on SQLite, a tsvector under GIN on PostgreSQL; empty until rebuild_search.

    On PostgreSQL vectors stand beside the table (toast), so that counting hits reads narrow rows and
    unpacks none; without fastupdate no search pays for the last publications' unsorted list.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE TABLE articles_searchindex (article_id bigint PRIMARY KEY,"
            " terms tsvector NOT NULL) WITH (toast_tuple_target = 128)"
        )
        schema_editor.execute(
            "CREATE INDEX articles_searchindex_terms ON articles_searchindex"
            " USING gin (terms) WITH (fastupdate = off)"
        )
    else:
        schema_editor.execute(
            "CREATE VIRTUAL TABLE articles_searchindex USING fts5(terms, tokenize='ascii')"
        )


def drop_index(apps, schema_editor):
    schema_editor.execute("DROP TABLE articles_searchindex")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_picture_renditions"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("is_stale", models.BooleanField(default=False)),
                ("words", models.PositiveIntegerField()),
                ("profile", models.BinaryField()),
            ],
            options={
                "verbose_name": "search document",
                "verbose_name_plural": "search documents",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SearchTerm",
            fields=[
                ("key", models.BigIntegerField(primary_key=True, serialize=False)),
                ("documents", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "search term",
                "verbose_name_plural": "search terms",
                "default_permissions": (),
            },
        ),
        migrations.RunPython(create_index, drop_index),
    ]
