"""From a query to its hits: records, tokens, candidates and their ranking."""
