"""Pictures: what is taken in, what is refused, and the sizes in which they are kept."""
