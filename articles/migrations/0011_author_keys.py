from django.db import migrations

from articles.arabic.letters import normalise


def fold(apps, schema_editor):
    Author = apps.get_model("articles", "Author")
    rows = Author.objects.using(schema_editor.connection.alias)
    batch = []
    for author in rows.only("name").iterator(chunk_size=1_000):
        author.key = normalise(author.name)[:240]
        batch.append(author)
        if len(batch) == 1_000:
            rows.bulk_update(batch, ["key"])
            batch = []
    rows.bulk_update(batch, ["key"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_author_key")]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop)]
