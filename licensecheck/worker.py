"""A process that judges one copy, where the system cannot fork: the task in, its outcome out."""

from __future__ import annotations

import json
import sys

from licensecheck.engine import Task, attempt
from licensecheck.manifest import read_manifest
from licensecheck.policy_file import trusted_policy
from licensecheck.terms import Unread


def main() -> None:
    """Read from stdin a line of JSON (manifest, policy, what is known of the page), then the page; answer on stdout."""
    given = json.loads(sys.stdin.buffer.readline())
    policy = trusted_policy(given["policy"]) if given["policy"] else None
    unread = Unread(given["unread"]) if given["unread"] else None
    task = Task(sys.stdin.buffer.read(), given["url"], policy, given["content_type"], unread)
    json.dump(attempt(read_manifest(given["work"]), task), sys.stdout)


if __name__ == "__main__":
    main()
