"""Widgets drawn row by row: each shows what it is given and says, in messages, what the reader did."""
