"""From the tables of store files to the things of the model, with every problem on the way."""
