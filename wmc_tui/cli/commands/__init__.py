"""One module for each command.

Its docstring is the description that `--help` shows, EXAMPLES what stands below the options. `add_arguments` declares
what it takes; `run` does it and returns the exit status.
"""
