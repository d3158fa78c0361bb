"""Stories told hour by hour; none is yet."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0028_front_edition'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='live_since',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='live_until',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.CreateModel(
            name='LiveEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='hour')),
                ('headline', models.CharField(blank=True, default='', max_length=200, verbose_name='headline')),
                ('body', models.TextField(verbose_name='body')),
                ('is_key', models.BooleanField(default=False, verbose_name='key moment')),
                ('is_pinned', models.BooleanField(default=False, verbose_name='pinned')),
                ('press', models.CharField(max_length=32)),
                ('corrected_at', models.DateTimeField(null=True)),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='live_entries', to='articles.article')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'entry of a live story',
                'verbose_name_plural': 'entries of live stories',
                'ordering': ['-id'],
                'default_permissions': (),
                'indexes': [models.Index(models.F('article'), models.OrderBy(models.F('id'), descending=True), name='live_entry_of_a_story')],
                'constraints': [models.UniqueConstraint(fields=('article', 'press'), name='live_entry_is_sent_once'), models.UniqueConstraint(condition=models.Q(('is_pinned', True), ('taken_back_at', None)), fields=('article',), name='live_entry_pinned_is_one')],
            },
        ),
    ]
