"""Measurements of the promises that the project makes about speed and memory."""
