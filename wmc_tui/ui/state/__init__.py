"""What the screens know, in plain Python: reading, history, search, comparison and checks."""
