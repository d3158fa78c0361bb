"""What a proofreader would mark in a story by the style of the house, and how each is mended.

Begin with ``desk``; ``mark`` says what a mark is, ``prose`` what is left alone.
"""
