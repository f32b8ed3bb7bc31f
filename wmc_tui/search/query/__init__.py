"""What was typed, understood: words, figures, filters, and what to type instead."""
