"""`repubcheck` and `python -m licensecheck`."""

import sys

from licensecheck.cli import run


def main() -> None:
    """Run the command line and end the process."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
