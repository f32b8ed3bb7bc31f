"""Quantities in English and Chinese: found in running text, understood, compared and written.

Standard library only, and no knowledge of the rest of the project. Import the module that is needed: `recogniser`,
`interval`, `formatter` (light, safe at start-up) or `report`.
"""
