"""Text from outside made safe to show, and broken into rows."""
