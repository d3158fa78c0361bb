"""The search: what of a story is indexed, how a question is read, what is found and in which order.

``sqlite`` and ``postgresql`` answer the same four functions; everything else knows no database."""
