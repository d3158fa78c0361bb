from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0003_advertisements")]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="wordmark",
            field=models.TextField(
                blank=True,
                default="",
                db_default="",
                help_text=(
                    "The name drawn as SVG with a viewBox and paths alone; those of the class “dots” "
                    "take the paper's colour. It comes before the logo."
                ),
                verbose_name="wordmark",
            ),
        ),
    ]
