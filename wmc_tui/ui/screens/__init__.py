"""Screens: each coordinates its widgets and owns the state they show."""
