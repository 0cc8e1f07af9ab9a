"""The page of what was checked says where a description is read out, and where it is silent."""

from __future__ import annotations

from dataclasses import replace

from exporter.model import PictureRow
from exporter.reports.evidence.pictures import _where, uses
from exporter.reports.saying import Saying
from exporter.styles.words import load_words
from tests.build import document, para, picture


def test_a_row_that_keeps_its_picture_silent_is_told_beside_the_place() -> None:
    shown = picture()
    heard = PictureRow((shown,), (para("We meet."),))
    silent = PictureRow((replace(shown, alt=""),), (para("We meet again."),))
    places = uses((document(heard, silent),))[shown.name]
    ((where, _), _) = places
    assert list(places) == [(where, True), (where, False)]
    told = str(_where(places, "en-GB", Saying(load_words("en-GB"))))
    assert told.count("not read out") == 1
