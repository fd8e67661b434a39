"""`repubcheck` and `python -m licensecheck`."""

import gc
import sys

from licensecheck.cli import run


def main() -> None:
    """Run the command line and end the process."""
    gc.disable()  # a run is short and leaves little garbage: to look for it takes a tenth of the time
    status = run(sys.argv[1:])
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
