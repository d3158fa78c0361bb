"""The middle floor: readers' words, from the form through moderation to the thread."""
