"""Who reacts to what: the one list of receivers of the house, each run after commit.

Nothing reacts yet: pages are built anew for each request. What forgets stored pages goes here.
"""
