"""`repubcheck` and `python -m licensecheck`."""

from __future__ import annotations

import sys

from licensecheck import __version__


def main() -> None:
    """Run the command line; `--version` is answered before anything slow is loaded."""
    if sys.argv[1:] == ["--version"]:
        print(f"repubcheck {__version__}")  # noqa: T201 (the shell prints)
        return
    from licensecheck.cli import run  # noqa: PLC0415 (see above)

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
