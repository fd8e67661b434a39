"""A process that judges one copy, where the system cannot fork: work, policy, address and bytes in, its outcome out."""

from __future__ import annotations

import json
import sys

from licensecheck.engine import Task, attempt
from licensecheck.manifest import read_manifest
from licensecheck.policy_file import trusted_policy


def main() -> None:
    """Read from stdin a line of JSON (manifest, address and policy), then the page; answer on stdout."""
    given = json.loads(sys.stdin.buffer.readline())
    policy = trusted_policy(given["policy"]) if given["policy"] else None
    task = Task(sys.stdin.buffer.read(), given["url"], policy)
    json.dump(attempt(read_manifest(given["work"]), task), sys.stdout)


if __name__ == "__main__":
    main()
