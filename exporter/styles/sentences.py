"""Every sentence that the program says, and what it fills in: the keys of a locale.

A locale also names the editions: by their `title`, and as `formats-<name>`.
"""

from __future__ import annotations

_PLAIN = """
imprint contents notes activity note warning example story description media-video media-audio
media-webinar media-captions media-signed media-transcript contact-name contact-phone
contact-email contact-web contact-post contact-social easy-read draft credits credit-drawn formats
formats-introduction formats-file-pdf formats-file-docx formats-file-html formats-ask formats-said
formats-kinds checked-heading not-checked reading-group publisher quote-open quote-close
skip-to-content back-to-contents or pack-title pack-start pack-ask pack-how pack-how-look
pack-how-clear pack-how-not-clear pack-how-change-picture pack-how-write pack-free pack-help
pack-computer pack-give-back pack-give-back-to pack-box pack-clear pack-not-clear
pack-change-picture pack-your-words pack-end pack-good pack-hard pack-missing pack-who pack-group
pack-date pack-name-question pack-name-yes pack-name-no pack-thanks print-for print-pages
print-pages-empty print-size print-paper print-colour print-colour-words print-colour-screen
print-binding print-binding-staple print-binding-wire print-weight print-before print-before-words
formats-file-epub book-cover book-text book-landmarks book-page-list book-page-source
book-said-words book-said-pictures book-said-pages book-said-nobody formats-for-pdf
formats-for-docx formats-for-html formats-for-epub formats-advice-html
"""
_FILLED = """
page number
page-of number total
page-short number
figure number
table number
appendix number
part number heading
appendix-reference number heading
in-full-guide words
note-mark number
note-back number
media-minutes minutes
phone-us words
email-us words
write-to-us words
visit-web words
version version
version-date version date
updated date
checked-by who when
part-not-checked heading
short-version title
picture-of-number number
link-address address
pack-about title
pack-what title
pack-row number
print-sheet title
print-pages-words number sheets
print-size-words width height
print-bleed-words bleed
print-paper-words grams
print-weight-words grams
print-weight-volumes volumes
"""

SENTENCES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN.split(), frozenset()),
    **{line.split()[0]: frozenset(line.split()[1:]) for line in _FILLED.strip().splitlines()},
}
"""Key → the words in braces that its sentence must have, each once or more."""
