"""Records as JSON Lines (https://jsonlines.org), in ASCII: one object a line, so that a run can be read as it grows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import Record


def as_jsonl(records: Sequence[Record], _view: View) -> str:
    """All of the records, keys in the order of the schema."""
    return "".join(f"{json.dumps(record)}\n" for record in records)
