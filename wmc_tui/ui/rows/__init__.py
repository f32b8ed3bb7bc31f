"""Rows as they are drawn: the lists, the cards and the details of every screen."""
