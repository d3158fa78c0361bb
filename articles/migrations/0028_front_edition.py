"""How front pages were composed; empty: the newest fill every place."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0027_saved_filter'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FrontEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('places', models.JSONField(default=list)),
                ('strip', models.JSONField(default=dict)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('launched_at', models.DateTimeField(null=True)),
                ('based_on', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.frontedition')),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('section', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.category')),
            ],
            options={
                'verbose_name': 'composed front page',
                'verbose_name_plural': 'composed front pages',
                'ordering': ['-launched_at', '-id'],
                'permissions': [('compose_front', 'Can compose front pages')],
                'default_permissions': (),
                'indexes': [models.Index(models.F('section'), models.OrderBy(models.F('launched_at'), descending=True), condition=models.Q(('launched_at__isnull', False)), name='front_edition_launched')],
                'constraints': [models.UniqueConstraint(django.db.models.functions.comparison.Coalesce('section', 0), condition=models.Q(('launched_at', None)), name='front_edition_has_one_draft')],
            },
        ),
    ]
