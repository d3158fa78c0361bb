"""The text of a story: what it may hold, how it is cleaned when saved and drawn when read."""
