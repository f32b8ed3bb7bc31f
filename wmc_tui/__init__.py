"""wmc-tui: the figures of the World Manufacturing Convention, each one keystroke from its sentence."""

__version__ = "0.1.0"
