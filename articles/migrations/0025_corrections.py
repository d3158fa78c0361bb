import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def into_the_copies(apps, schema_editor):
    """That readers shall be told of changes that wait stands in their copy from now on."""
    articles = apps.get_model("articles", "Article").objects
    waiting = articles.using(schema_editor.connection.alias).exclude(scheduled_revision=None)
    for article in waiting.filter(scheduled_tells_readers=True).select_related("scheduled_revision"):
        article.scheduled_revision.content["told"] = "update"
        article.scheduled_revision.save(update_fields=["content"])


def out_of_the_copies(apps, schema_editor):
    """On the way back the story's row says it again."""
    articles = apps.get_model("articles", "Article").objects
    waiting = articles.using(schema_editor.connection.alias).exclude(scheduled_revision=None)
    for article in waiting.select_related("scheduled_revision"):
        if article.scheduled_revision.content.get("told"):
            articles.filter(pk=article.pk).update(scheduled_tells_readers=True)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0024_article_in_work'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(into_the_copies, out_of_the_copies),
        migrations.RemoveField(
            model_name='article',
            name='scheduled_tells_readers',
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('correction', 'correction'), ('clarification', 'clarification'), ('update', 'update'), ('retraction', 'retraction')], max_length=20, verbose_name='kind')),
                ('text', models.TextField(max_length=600, verbose_name='what readers are told')),
                ('fields', models.JSONField(default=list, editable=False, verbose_name='changed')),
                ('at', models.DateTimeField(editable=False, verbose_name='time')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='articles.article', verbose_name='story')),
                ('by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('revision', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='articles.revision', verbose_name='revision')),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'ordering': ['at', 'pk'],
                'default_permissions': ('view', 'change'),
                'indexes': [models.Index(fields=['-at', '-id'], name='correction_newest_first')],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='correction_says_something'), models.CheckConstraint(condition=models.Q(('kind__in', ['correction', 'clarification', 'update', 'retraction'])), name='correction_kind_is_known')],
            },
        ),
    ]
