"""Videos: what is taken in, what is refused, where they are shown."""
