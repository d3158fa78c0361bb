"""What differs between two contents of a story: line by line, then word by word."""
