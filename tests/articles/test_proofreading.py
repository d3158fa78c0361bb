"""An editor reads in Arabic what is wrong."""

import pytest
from django.utils.translation import override

from articles.arabic.letters import has_right_to_left
from articles.arabic.proofreading.mark import Kind
from articles.proofreading import WRONG


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_of_mark_has_its_sentence(kind):
    with override("en"):
        english = str(WRONG[kind])
    with override("ar"):
        assert str(WRONG[kind]) != english
        assert has_right_to_left(str(WRONG[kind]))
