"""Quantities in English and Chinese: found in running text, understood, compared and written.

Nothing but text folding and the table of units is below it. Import the module that is needed: `recogniser`,
`interval`, `formatter` (light, safe at start-up) or `report`.
"""
