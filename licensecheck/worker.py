"""A process that judges one copy, where the system cannot fork: work, address and bytes in, what came of it out."""

from __future__ import annotations

import json
import sys

from licensecheck.engine import Task, attempt
from licensecheck.manifest import read_manifest


def main() -> None:
    """Read from stdin a line of JSON, which holds the manifest and the address, then the page; answer on stdout."""
    given = json.loads(sys.stdin.buffer.readline())
    task = Task(sys.stdin.buffer.read(), given["url"])
    json.dump(attempt(read_manifest(given["work"]), task), sys.stdout)


if __name__ == "__main__":
    main()
