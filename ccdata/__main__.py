"""`python -m ccdata`."""

from ccdata.cli import main

main()
