"""The rights to pictures, and how they look; empty for those that there are."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0029_live_coverage'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='picture',
            name='allowed_uses',
            field=models.CharField(blank=True, db_default='', default='', help_text='Left empty, all uses: once, without cutting, not on covers…', max_length=200, verbose_name='allowed uses'),
        ),
        migrations.AddField(
            model_name='picture',
            name='expires_on',
            field=models.DateField(blank=True, help_text='The last day on which a story may go out with it.', null=True, verbose_name='right until'),
        ),
        migrations.AddField(
            model_name='picture',
            name='holder',
            field=models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='holder of the right'),
        ),
        migrations.AddField(
            model_name='picture',
            name='is_decorative',
            field=models.BooleanField(db_default=False, default=False, help_text='It says nothing that the text does not: who listens is not told of it.', verbose_name='decorative'),
        ),
        migrations.AddField(
            model_name='picture',
            name='licence',
            field=models.CharField(blank=True, choices=[('', 'not said'), ('own', "the paper's own"), ('agency', "an agency's"), ('free', 'free licence'), ('given', 'given for this use')], db_default='', default='', max_length=12, verbose_name='licence'),
        ),
        migrations.AddField(
            model_name='picture',
            name='look',
            field=models.CharField(blank=True, db_default='', default='', editable=False, max_length=16),
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.CheckConstraint(condition=models.Q(('licence__in', ['', 'own', 'agency', 'free', 'given'])), name='picture_licence_is_known'),
        ),
    ]
