"""Every sentence that the program says, and what it fills in: the keys of a locale.

A locale also names the editions: by their `title`, and as `formats-<name>`.
"""

from __future__ import annotations

_PLAIN = """
imprint contents notes activity note warning example story description media-video media-audio
media-webinar media-captions media-no-captions media-described media-signed media-signed-bsl
media-signed-isl media-transcript easy-media-captions easy-media-no-captions easy-media-described
easy-media-transcript code-how contact-name contact-phone
contact-email contact-web contact-post contact-social easy-read draft credits formats
chart-data chart-label more-there
formats-introduction formats-file-pdf formats-file-docx formats-file-html formats-ask formats-said
in-this-language formats-kinds checked-heading not-checked reading-group publisher quote-open
quote-close skip-to-content back-to-contents or pack-title pack-start pack-ask pack-how
pack-how-look pack-how-clear pack-how-not-clear pack-how-change-picture pack-how-write
pack-free pack-help
pack-computer pack-give-back pack-give-back-to pack-box pack-clear pack-not-clear
pack-change-picture pack-your-words pack-end pack-good pack-hard pack-missing pack-who pack-group
pack-date pack-name-question pack-name-yes pack-name-no pack-thanks print-for print-pages
print-pages-empty print-size print-paper print-colour print-colour-words print-colour-screen
print-binding print-binding-staple print-binding-wire print-weight print-before print-before-words
formats-file-epub book-cover book-text book-landmarks book-page-list book-page-source
book-said-words book-said-pictures book-said-pages book-said-nobody formats-for-pdf
formats-for-docx formats-for-html formats-for-epub formats-advice-html
report-and report-person-read report-person-pictures report-person-tone report-person-left-out
report-person-survived report-person-screen-reader report-person-logo report-checked-title
report-is-draft report-short report-at-the-end report-open report-open-people report-open-also
report-tools report-tools-none report-tools-table report-tools-program report-tools-version
report-tools-did report-tool-ours report-files report-files-none report-files-how
report-files-how-shared report-files-colours report-readers-choice
report-files-table report-files-file report-files-same report-files-type report-files-contrast
report-files-findings report-files-validated report-not-measured report-not-validated
report-findings-none report-found report-found-nothing report-found-nothing-short report-must-fix
report-please-answer report-for-information report-person-decides report-answered report-rest
report-rest-how report-rest-table report-rest-rule report-rest-matters report-rest-often
report-easy report-easy-none report-easy-all report-easy-said report-easy-said-nothing
report-easy-changed report-easy-replaced report-easy-unchanged report-easy-table
report-easy-section report-easy-fits report-easy-seen report-easy-text-fits
report-easy-text-out-of-date report-easy-text-not-recorded report-easy-rows-checked
report-easy-rows-changed report-easy-rows-not-checked report-easy-rows-no-rows report-easy-complete
report-easy-leaves-out report-easy-only-full report-pictures report-pictures-none
report-pictures-how report-pictures-table report-pictures-picture report-pictures-description
report-pictures-where report-pictures-cover report-pictures-nowhere report-pictures-silent
report-pictures-decorates
report-pictures-consent report-first-whom report-first-more report-first-changed
report-first-checked report-first-machines report-first-people report-for-standard
report-for-headlines
report-for-large-print report-for-easy-read report-for-giant-print report-for-extra-spacing
report-changed-first report-changed-words report-changed-new report-changed-gone
report-changed-no-number report-changed-nothing report-batch report-batch-missing
report-batch-remarks report-batch-left-over report-batch-left-over-words report-batch-covers
report-batch-covers-words report-batch-files report-batch-table report-batch-partner
report-batch-state report-batch-file report-batch-pages report-batch-size report-batch-checks
report-batch-proof report-batch-validator report-batch-no-file report-batch-person
report-import-how report-import-next report-import-also-write report-import-undo
reading-aids reading-open reading-listen reading-pause reading-stop reading-size reading-size-normal
reading-size-125 reading-size-150 reading-size-200 reading-spacing reading-spacing-normal
reading-spacing-wide reading-colours reading-colours-normal reading-colours-white
reading-colours-cream reading-colours-dark reading-voice reading-voice-normal reading-voice-slow
reading-reset question-one question-several answer-yes answer-no answer-not-sure answers-kept
answers-print answers-clear answers-clear-sure
report-import-to-write report-import-to-confirm report-import-left-out report-import-changed
page-above page-below page-within-above page-within-below
new-table-caption new-table-cell new-table-empty-cell new-chart-caption new-chart-unit
new-chart-words
"""
_FILLED = """
page number
page-within number
page-of number total
page-short number
figure number
table number
appendix number
part number heading
appendix-reference number heading
in-full-guide words
more-in-part number
more-in-part-on-page number page
more-there-on-page page
part-in-whole heading
part-before heading
part-next heading
continued label
chart-bar number
chart-grouped number
chart-line number
chart-parts number
chart-pictograms number
chart-timeline number
chart-steps number
chart-comparison number
chart-unit unit
chart-whole whole
chart-most label value
chart-least label value
chart-all value
chart-from-to first last
chart-first-last first last
chart-out-of value whole
chart-easy label value unit
chart-easy-bare label value
chart-easy-of label value whole unit
chart-easy-of-all label value whole
chart-data-unit unit
chart-data-whole whole
chart-data-unit-whole unit whole
note-mark number
note-back number
note-back-to number place
media-minutes minutes
easy-media-minutes minutes
code-alt address
published-at title
phone-us words
email-us words
write-to-us words
visit-web words
phone-them name words
email-them name words
write-to-them name words
visit-web-them name words
version version
version-date version date
updated date
checked-by who when
part-not-checked heading
short-version title
picture-of-number number
link-address address
link-address-within address
pack-about title
pack-what title
pack-row number
print-sheet title
print-pages-words number
print-sheets-words sheets
print-size-words width height
print-bleed-words bleed
print-paper-words grams
print-weight-words grams
print-weight-volumes volumes
report-megabytes number
report-kilobytes number
report-pages number
report-same number
report-differs number
report-tool-validator format
report-things-same number
report-things-differ number
report-points size
report-contrast ratio
report-contrast-of-all ratio
report-findings number serious
report-not-validated-files number format validator
report-type-not-measured number
report-contrast-not-measured number
report-found-short fix wait
report-found-fix number
report-found-wait number
report-found-rule rule
report-answered-say words
report-easy-says words
report-easy-ask-fits-changed parts
report-easy-ask-fits parts
report-easy-ask-clear-changed parts
report-easy-ask-clear parts
report-easy-gone parts
report-easy-accepted pictures
report-first partner
report-first-heading partner
report-first-files titles
report-first-checked-in document
report-changed partner
report-changed-heading partner
report-changed-since version
report-batch-ready ready every files
report-import file
report-import-all words sources
report-import-in-report words
report-import-lost lost words
report-import-things same things
new-table-column number
new-table-row number
new-chart-label number
"""

SENTENCES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN.split(), frozenset()),
    **{line.split()[0]: frozenset(line.split()[1:]) for line in _FILLED.strip().splitlines()},
}
"""Key → the words in braces that its sentence must have, each once or more."""

_COUNTED = """
chart-bar chart-grouped chart-line chart-parts chart-pictograms chart-timeline chart-steps
chart-comparison
media-minutes easy-media-minutes
print-pages-words print-sheets-words print-paper-words print-weight-words
print-weight-volumes report-pages report-same report-differs report-things-same
report-things-differ report-not-validated-files report-type-not-measured
report-contrast-not-measured report-found-fix report-found-wait
"""
COUNTED = frozenset(_COUNTED.split())
"""Sentences that count something: they may have a form for each plural category of the language."""
