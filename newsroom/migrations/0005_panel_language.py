from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0004_wordmark")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="language",
            field=models.CharField(
                blank=True,
                choices=[("ar", "العربية"), ("en", "English")],
                default="",
                db_default="",
                help_text=(
                    "Left empty, the panel speaks Arabic. Readers' pages are the same for all."
                ),
                max_length=7,
                verbose_name="language of the panel",
            ),
        ),
    ]
