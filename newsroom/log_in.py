"""The form of the panel's one door."""

import math
from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables

from articles import house_style
from newsroom import known_devices, log_in_limits
from newsroom.log_in_limits import TooSoon

# A wait up to here is told by seconds, a longer one by minutes and the clock.
_IN_SECONDS = 90


class LogInForm(AdminAuthenticationForm):
    """Django's, behind the limits: too soon, and no password is looked at, known name or not."""

    opens_at: datetime | None = None  # when one may try again, of a form that came too soon

    @sensitive_variables()
    def clean(self) -> Any:
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if name is None or not password:
            return super().clean()
        try:
            attempt = self._counted(name)
        except TooSoon as refusal:
            self.opens_at = refusal.opens_at
            raise ValidationError(_("Too many tries."), code="too_soon") from None
        cleaned = super().clean()
        log_in_limits.forgive(attempt)
        return cleaned

    def _counted(self, name: str) -> log_in_limits.Attempt:
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        device = known_devices.device_of(self.request, name)
        return log_in_limits.count(name, address, device=device)

    @property
    def wait(self) -> int:
        """Whole seconds until one may try again, one at least; 0 of a form that was not refused."""
        if self.opens_at is None:
            return 0
        return max(math.ceil((self.opens_at - timezone.now()).total_seconds()), 1)

    @property
    def wait_in_words(self) -> str:
        """«after 3 minutes, at 14:21»."""
        seconds = self.wait
        if self.opens_at is None or seconds <= _IN_SECONDS:
            words = ngettext("after %(n)s second", "after %(n)s seconds", seconds)
            return words % {"n": house_style.number(seconds)}
        minutes = math.ceil(seconds / 60)
        words = ngettext(
            "after %(n)s minute, at %(clock)s", "after %(n)s minutes, at %(clock)s", minutes
        )
        # Rounded up as the minutes are: at the hour that we name, the door is open.
        clock = house_style.clock(self.opens_at + timedelta(seconds=59))
        return words % {"n": house_style.number(minutes), "clock": clock}
