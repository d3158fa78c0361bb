from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_edit_leases")]

    operations = [
        migrations.AddField(
            model_name="revision",
            name="base",
            field=models.JSONField(blank=True, editable=False, null=True),
        ),
    ]
