"""What ``benchmarks/search.py`` asks, and whom besides us."""
