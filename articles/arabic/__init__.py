"""Arabic letters, digits, words, slugs, tags, dates and plurals, as a newsroom needs them.

Pure functions of their arguments; nothing outside the standard library is imported here."""
