"""What must hold between the facts of a store and the sentences that state them.

Import the module that is needed: the attestation of one fact must not load the machinery of all checks.
"""
