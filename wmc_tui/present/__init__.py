"""How facts, sentences and publications are worded, for the screen, the clipboard and commands alike."""
