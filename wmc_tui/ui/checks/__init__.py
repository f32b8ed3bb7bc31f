"""The screen of checks and conflicts: its state, its rows, and itself."""
