from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_panel_language")]

    operations = [
        migrations.CreateModel(
            name="LogInTries",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("opens_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "verbose_name": "tries to log in",
                "verbose_name_plural": "tries to log in",
            },
        ),
    ]
