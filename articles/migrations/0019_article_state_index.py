from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_announced")]
    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["state"], name="article_state"),
        )
    ]
