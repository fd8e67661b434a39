"""`repubcheck` and `python -m licensecheck`."""

import contextlib
import gc
import os
import sys

from licensecheck.cli import run


def main() -> None:
    """Run the command line and end the process."""
    gc.disable()  # a run is short and leaves little garbage: to look for it takes a tenth of the time
    status = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):  # closed, or never open: it was said before
            stream.flush()
    os._exit(status)  # to take the program apart, piece by piece, takes as long as a check


if __name__ == "__main__":
    main()
