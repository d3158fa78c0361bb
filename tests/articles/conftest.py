"""Members of the desk at their screens."""

import pytest
from django.test import Client


@pytest.fixture
def as_reporter(client, reporter) -> Client:
    client.force_login(reporter)
    return client


@pytest.fixture
def as_editor(client, editor) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def as_chief(client, chief) -> Client:
    client.force_login(chief)
    return client
