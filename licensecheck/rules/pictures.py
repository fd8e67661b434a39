"""The pictures of the work as the page shows them: whole, with their captions, and where the text points at them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from licensecheck.clauses import Clause
from licensecheck.model import Evidence
from licensecheck.patterns import pattern
from licensecheck.photos import file_stem
from licensecheck.rules._applies import has_photos, must_be_verbatim, must_keep_photos_whole
from licensecheck.rules._evidence import of_photo, of_work, quoted
from licensecheck.rules._rule import Outcome, missing, note, review, rule
from licensecheck.terms import Severity, SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licensecheck.claims import PhotoCredit
    from licensecheck.model import Case

_MEASURES = pattern(r"[-_]([1-9]\d{1,3})x([1-9]\d{1,3})(?=[.?@]|$)")
# Two shapes that differ by less are one: sizes are rounded.
_SAME_SHAPE = 0.05
_CROPPING = pattern(r"(?<![\w-])(?:(?:img-|object-(?:fit-)?)cover|(?:is-)?cropped)(?![\w-])")
_FURNITURE = frozenset({"header", "footer", "nav", "aside"})
_TABLES = frozenset({"table", "figure"})
_EMBED = pattern(
    r"embed|datawrapper|flourish|infogram|graphic|chart|(?<![a-z])map(?![a-z])|video|player", re.IGNORECASE
)
_POINTERS = pattern(
    r"\bthe (?:[\w-]+ )?(?:chart|diagram|graph(?:ic)?|image|interactive|map|photo(?:graph)?|picture|table|video) "
    r"(?:above|below)\b|\b(?:gráfico|imagen|mapa|tabla|vídeo|video) (?:a continuación|de abajo|de arriba)\b|"
    r"\b(?:carte|graphique|image|photo|tableau|vidéo) ci-(?:contre|dessous|dessus)\b|"
    r"\b(?:bild|diagramm|grafik|karte|tabelle|video) (?:oben|unten)\b|"
    r"\b(?:gráfico|imagem|mapa|tabela|vídeo) (?:abaixo|acima)\b|"
    r"\b(?:grafico|immagine|mappa|tabella|video) (?:qui )?(?:sopra|sotto)\b",
    re.IGNORECASE,
)


@rule("PHO-804", clause=Clause.ADAPTATION, severity=Severity.REVIEW, applies=must_keep_photos_whole)
def photo_cropped(case: Case) -> Iterator[Outcome]:
    """The page shows a photo of the work cropped.

    A crop changes the picture: a court has said so of a photo under one of these licences. A style that fits the
    picture into its box cuts it on the screen only, and a person decides; so it is with a file whose shape differs.

    Known problems: shapes are read from file names and attributes, and the pictures themselves are not compared; a
    style sheet's own rules on pictures are not read.
    Fix: show the whole picture.
    """
    for shown in case.credit.photos:
        cut = _cut(case, shown) if shown.photo.licensed is not False else None
        if shown.image and cut:
            yield review(
                f"the photo {file_stem(shown.image.source)} is not shown whole: {cut}",
                evidence=[of_photo(case, shown), Evidence("page", shown.image.source)],
                fix="Show the whole picture.",
            )


@rule("PHO-808", severity=Severity.INFO, applies=has_photos)
def caption_dropped(case: Case) -> Iterator[Outcome]:
    """The page shows a photo of the work without its caption.

    A photo may be used without the words under it, as it may be left out. If the caption held the credit, that is
    another matter (PHO-801).

    Known problems: the photo is recognised by its file name here, which may be another picture's.
    Fix: restore the caption.
    """
    for shown in case.credit.photos:
        caption = shown.photo.caption
        if shown.present and caption and shown.caption is None:
            message = f"the page shows a photo without its caption, {quoted(caption)}"
            yield note(message, evidence=[of_work(caption)], fix=f"Restore the caption: {caption}")


@rule("PHO-809", clause=Clause.ADAPTATION, severity=Severity.REVIEW, applies=must_be_verbatim)
def picture_pointed_at_is_gone(case: Case) -> Iterator[Outcome]:
    """The text points at a chart, map or picture, and the page shows none.

    What is embedded in an article is often not the publisher's to license and does not travel with the text; leaving
    it out is fine. But "the chart below" then points at nothing, and a reader is misled: a person decides.

    Known problems: any picture, table or embed on the page counts as what is pointed at; one that a script draws
    into a box without a telling name does not.
    Fix: restore what the text points at, or link to it in the original.
    """
    if _shows_pictures(case):
        return
    for pointer in _POINTERS.finditer(case.work.text):
        if any(match.work.start <= pointer.start() < match.work.end for match in case.alignment.matches):
            source = f": {case.work.sources[0]}" if case.work.sources else ""
            yield missing(
                f"the text says {quoted(pointer[0])}, and the page shows no picture, table or embed",
                severity=Severity.REVIEW,
                evidence=[of_work(pointer[0])],
                fix=f"Restore it, or link to it in the original{source}.",
            )
            return


def _cut(case: Case, shown: PhotoCredit) -> str | None:
    """What shows that the picture is cropped."""
    image = shown.image
    if image is None:
        return None
    styled = any(sign.kind is SignKind.CROPPED_PICTURE and sign.text == image.source for sign in case.page.signs)
    if styled or _CROPPING.search(case.page.tree.classes[image.element]):
        return "its style cuts it to fill a box"
    ours, theirs = _shape(shown.photo.source or ""), _shape(image.source) or image.size
    if ours and theirs and abs(ours[0] * theirs[1] / (ours[1] * theirs[0]) - 1) > _SAME_SHAPE:
        return f"it measures {theirs[0]} × {theirs[1]}, the original {ours[0]} × {ours[1]}"
    return None


def _shape(source: str) -> tuple[int, int] | None:
    """Width and height, as a file name gives them."""
    found = _MEASURES.search(source)
    return (int(found[1]), int(found[2])) if found else None


def _shows_pictures(case: Case) -> bool:
    """Whether the page shows anything but text that the work could point at."""
    tree = case.page.tree
    pictures = (image.element for image in case.page.images if image.hidden < 0)
    if any(not _FURNITURE.intersection(tree.tags[x] for x in tree.ancestors(picture)) for picture in pictures):
        return True
    embeds = any(sign.kind is SignKind.EMBED for sign in case.page.signs)
    return embeds or not _TABLES.isdisjoint(tree.tags) or any(map(_EMBED.search, tree.classes))
