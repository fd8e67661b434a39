"""Records as JSON (RFC 8259), in ASCII: one object for one copy, an array for several."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licensecheck.formats.view import View
    from licensecheck.record import Record


def as_json(records: Sequence[Record], _view: View) -> str:
    """All of the records, indented, keys in the order of the schema, with a line feed at the end."""
    return json.dumps(records[0] if len(records) == 1 else records, indent=2) + "\n"
