"""Comparing editions: views of metrics, each with a cursor that leads to sentences."""
