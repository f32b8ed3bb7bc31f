"""Commands: every answer of the reader without the screen."""
