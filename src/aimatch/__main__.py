"""``python -m aimatch``: the same as the command ``aimatch``."""

from aimatch.cli import main

main()
