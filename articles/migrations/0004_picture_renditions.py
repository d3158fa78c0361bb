from django.db import migrations, models


class Migration(migrations.Migration):
    """Where each picture keeps the names of its crops; `manage.py remake_pictures` fills it in."""

    dependencies = [('articles', '0003_category_opinion')]

    operations = [
        migrations.AddField(
            model_name='picture',
            name='stored_slots',
            # The release before knows nothing of it and may still be adding rows.
            field=models.JSONField(db_default={}, default=dict, editable=False),
        ),
    ]
