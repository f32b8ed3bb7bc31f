"""The terminal app: app, screens, widgets, themes and actions."""
