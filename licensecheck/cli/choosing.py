"""`--policy`: the publisher's terms that copies are judged by beside the licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licensecheck.cli.files import read_file
from licensecheck.documents import MAX_TOML_BYTES, decode_utf8, read_json, read_toml
from licensecheck.errors import UsageError

if TYPE_CHECKING:
    from licensecheck.model import Work
    from licensecheck.policy import Policy

AUTO, NONE = "auto", "none"
_SUFFIXES = (".toml", ".json")


def chosen_policy(choice: str, work: Work) -> Policy | None:
    """The policy that `auto`, `none`, a file or a name stands for; `auto` goes by what the work says of itself.

    Raises `UsageError` for a name that is not known, `InputError` for a file that cannot be used.
    """
    if choice == NONE or (choice == AUTO and not work.policy and not work.sources):
        return None
    from licensecheck.profiles import profile, profile_for  # noqa: PLC0415 (only here is a policy read)

    if choice.lower().endswith(_SUFFIXES) or "/" in choice or "\\" in choice:
        return _from_file(choice)
    try:
        return profile_for(work) if choice == AUTO else profile(choice)
    except UsageError as error:
        raise UsageError(f"{error} --policy also takes a file (.toml, .json).") from None


def _from_file(name: str) -> Policy:
    from licensecheck.policy_file import read_policy  # noqa: PLC0415 (most runs take a policy that comes along)

    text = decode_utf8(read_file(name, MAX_TOML_BYTES), name)
    return read_policy((read_json if name.lower().endswith(".json") else read_toml)(text, name), name)
