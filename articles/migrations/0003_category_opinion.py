from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_video")]

    operations = [
        migrations.AddField(
            model_name="category",
            name="is_opinion",
            field=models.BooleanField(
                default=False,
                db_default=False,
                help_text="Its stories speak for their authors: set apart by colour, with portraits.",
                verbose_name="holds opinion",
            ),
        ),
    ]
