import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0025_corrections'),
    ]

    operations = [
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('slug', models.SlugField(allow_unicode=True, blank=True, help_text='The end of its address; left empty, it is made from the name.', max_length=120, unique=True, verbose_name='slug')),
                ('description', models.TextField(blank=True, max_length=600, verbose_name='description')),
                ('planned', models.PositiveSmallIntegerField(blank=True, help_text='Left empty, readers are told of as many as there are.', null=True, verbose_name='parts planned')),
            ],
            options={
                'verbose_name': 'series',
                'verbose_name_plural': 'series (several)',
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='language',
            field=models.CharField(blank=True, choices=[('ar', 'العربيّة'), ('ckb', 'کوردی'), ('de', 'Deutsch'), ('en', 'English'), ('es', 'español'), ('fa', 'فارسی'), ('fr', 'français'), ('he', 'עברית'), ('ru', 'Русский'), ('tr', 'Türkçe'), ('ur', 'اردو')], db_default='', default='', max_length=3, verbose_name='language'),
        ),
        migrations.AddField(
            model_name='article',
            name='series_place',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Left empty, parts are counted by their hours.', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='number of the part'),
        ),
        migrations.AddField(
            model_name='article',
            name='translation_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='translations', to='articles.article', verbose_name='translation of'),
        ),
        migrations.AddField(
            model_name='tag',
            name='description',
            field=models.TextField(blank=True, default='', max_length=600, verbose_name='description'),
        ),
        migrations.AddField(
            model_name='tag',
            name='lead',
            field=models.ForeignKey(blank=True, help_text='Opens the page of the topic while readers have it; else the newest does.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.article', verbose_name='leading story'),
        ),
        migrations.CreateModel(
            name='FormerSeriesSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=200, unique=True)),
                ('key', models.CharField(db_index=True, max_length=400)),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_slugs', to='articles.series')),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='article',
            name='series',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles', to='articles.series', verbose_name='series'),
        ),
    ]
