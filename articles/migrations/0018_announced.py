from django.db import migrations
from django.db.models import F
from django.db.models.functions import Now


def say_that_the_world_knows(apps, schema_editor):
    """Stories that readers have already are no news when the clock first looks at them."""
    articles = apps.get_model("articles", "Article").objects.using(schema_editor.connection.alias)
    articles.filter(announced_at=None, published_at__lte=Now()).update(
        announced_at=F("published_at")
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_workflow")]

    operations = [migrations.RunPython(say_that_the_world_knows, migrations.RunPython.noop)]
