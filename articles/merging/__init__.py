"""Two changed contents of a story brought together over what both began with; no word is lost."""
