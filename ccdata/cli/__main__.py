"""`python -m ccdata.cli`."""

from ccdata.cli import main

main()
