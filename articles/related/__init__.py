"""Which stories are about the same thing: found by words, kept in lists, shown."""
