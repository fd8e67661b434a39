"""What the licensor published around the article: a copy that carries such text has added nothing of its own."""

from __future__ import annotations

from functools import lru_cache

from licensecheck.text import squeeze

# So many letters of it are enough for a piece of a text, or of texts run together; shorter ones are taken as a whole.
_PIECE = 24


class Published:
    """The texts around an article, by their letters."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Squeeze them, in the order of the page."""
        letters = tuple(filter(None, map(squeeze, texts)))
        self._whole = frozenset(letters)
        self._joined = "".join(letters)

    def carries(self, letters: str) -> bool:
        """Whether these squeezed letters are one of the texts, or a long piece of them."""
        return letters in self._whole or (len(letters) >= _PIECE and letters in self._joined)


@lru_cache(maxsize=64)
def published(texts: tuple[str, ...]) -> Published:
    """The texts around an article; a work's are squeezed once, however many pages are judged against it."""
    return Published(texts)
