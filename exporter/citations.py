"""Who asks for a rule, in words: the short names of standards and guidelines, written out."""

from __future__ import annotations

_WCAG = {
    "1.1.1": "Non-text Content",
    "1.2.1": "Audio-only and Video-only (Prerecorded)",
    "1.2.2": "Captions (Prerecorded)",
    "1.2.3": "Audio Description or Media Alternative (Prerecorded)",
    "1.2.5": "Audio Description (Prerecorded)",
    "1.3.1": "Info and Relationships",
    "1.3.2": "Meaningful Sequence",
    "1.4.1": "Use of Color",
    "1.4.2": "Audio Control",
    "1.4.3": "Contrast (Minimum)",
    "1.4.4": "Resize Text",
    "1.4.5": "Images of Text",
    "1.4.6": "Contrast (Enhanced)",
    "1.4.8": "Visual Presentation",
    "1.4.10": "Reflow",
    "1.4.12": "Text Spacing",
    "1.4.13": "Content on Hover or Focus",
    "2.2.1": "Timing Adjustable",
    "2.2.2": "Pause, Stop, Hide",
    "2.4.1": "Bypass Blocks",
    "2.4.2": "Page Titled",
    "2.4.3": "Focus Order",
    "2.4.4": "Link Purpose (In Context)",
    "2.4.5": "Multiple Ways",
    "2.4.6": "Headings and Labels",
    "2.4.9": "Link Purpose (Link Only)",
    "2.4.10": "Section Headings",
    "3.1.1": "Language of Page",
    "3.1.2": "Language of Parts",
    "3.1.3": "Unusual Words",
    "3.1.4": "Abbreviations",
    "3.1.5": "Reading Level",
    "3.2.4": "Consistent Identification",
    "3.3.2": "Labels or Instructions",
    "4.1.2": "Name, Role, Value",
}
_GUIDELINES = {
    "S1": "Inclusion Europe, Information for all (2009)",
    "S2": "Inclusion Europe, conditions of the European easy-to-read logo",
    "S3": "GOV.UK, Accessible communication formats (2021)",
    "S4": "Department of Health, Making written information easier to understand (2010)",
    "S5": "Photosymbols, The Easy Read Standard 1.0 (2026)",
    "S7": "UKAAF, Minimum standards for clear and large print, MS03 (2012)",
    "S8": "UKAAF, Creating clear print and large print, G003 (2019)",
    "S9": "RNIB, clear print guidelines",
    "S10": "Office for Disability Issues, Large print, after RNIB",
    "S11": "American Council of the Blind, large print guidelines (2025)",
    "S12": "Council of Citizens with Low Vision International, large print",
    "S14": "US Access Board, advisory guidance on large print",
    "S15": "CNIB, clear print",
    "S16": "Queensland, preparing large print materials",
    "S17": "Round Table (Australia and New Zealand), clear print checklist",
    "S18": "British Dyslexia Association, Dyslexia Style Guide (2023)",
    "S19": "DEEP, Writing dementia-friendly information",
    "S20": "W3C, Making content usable for people with cognitive and learning disabilities",
    "S22": "Leichte Sprache: BITV 2.0, Baden-Württemberg, Netzwerk Leichte Sprache",
    "S24": "Lebenshilfe Österreich and Mensch zuerst, rules for easy language",
    "S25": "UNE 153101 (Spain, 2018)",
    "S26": "Norfolk County Council, easy read writing rules",
    "S27": "Easy Read Online, the wording",
    "S28": "People First (Self Advocacy), Easy Read Standards (2012)",
    "S29": "Mencap, Am I making myself clear? (2002)",
    "S31": "Government Digital Service, Publishing accessible documents",
    "S32": "Easy English (Tasmania DHHS; Pen for Purpose)",
    "S34": "Irish easy-read tips",
    "S35": "NSW Government, plain language and easy read",
    "S36": "Hampshire County Council, print for blind and partially sighted people",
    "S40": "University of Montana Rural Institute, large print",
    "S41": "WebAIM, alternative text",
    "S42": "Somerset Council, reading order and layout in Word",
    "S43": "lucid-lint, a checker for easy language (a program's choice, not a standard)",
    "S-zurich": "Kanton Zürich, rules for easy language",
    "S-idea": "Easy read practice: complaints of readers and producers that we collected",
    "S-own": "Our own rule, from making and testing documents",
    "S-word": "Our own rule, from what Word and other programs make of such files",
    "MS": "Microsoft, Make your Word documents accessible, and the checker in Word",
    "508": "Section 508 (United States), Word checklist",
    "AED": "Accessible Electronic Documents community of practice (United States)",
    "OOXML": "ISO/IEC 29500, Office Open XML",
    "UK GDPR 4": "UK GDPR, Articles 4(1) and 6: a photo of a person is their personal data",
    "PDF/UA 7.21": "ISO 14289-1, 7.21 Fonts",
}
_LAYOUT = {
    "TYP-01": "S3 A; S4 B; S17 A; S28 A; S1 C",
    "TYP-02": "S7 A; S8 A; S10 A; S11 A; S12 A",
    "TYP-03": "S7 A; S8 A; S9 A; S17 A; S31 A",
    "TYP-04": "S7 A; S8 A; S11 A",
    "TYP-05": "S7 A; S8 A; S9 A; S18 A; S31 A",
    "TYP-06": "S25 B; S22 C; S1 C",
    "TYP-07": "S9 A; S15 B; S34 B",
    "TYP-10": "WCAG 1.4.12",
    "TYP-11": "S9 A",
    "SPC-01": "S11 A; S15 B; S24 A; WCAG 1.4.8",
    "SPC-03": "S7 A; S9 A; S11 A; S31 A; WCAG 1.4.8",
    "SPC-04": "S11 A; S16 B; S40 A; S1 C",
    "SPC-05": "S7 A; S8 A; S11 A; S28 A",
    "SPC-10": "S9 A; S25 B; WCAG 1.4.8",
    "SPC-11": "S7 A; S8 A; S25 B",
    "SPC-12": "S7 A; S11 A; S31 A",
    "SPC-13": "S11 A; S14 A; S16 B",
    "SPC-16": "S11 A; S12 A",
    "PAG-01": "S7 A; S8 A",
    "PAG-03": "S25 B; S40 A",
    "PAG-04": "S19 B; S25 B; S1 C",
    "PAG-05": "S25 B; S4 B",
    "PAG-06": "S10 A",
    "PAG-09": "S8 A; S9 A; S11 A; S25 B",
    "PAG-10": "S3 A; S4 B; S5 A",
    "PAG-11": "S40 A; S11 A",
    "PAG-13": "S11 A; S25 B; S31 A; S20 A",
    "PAG-18": "S11 A; S12 A; S20 A",
    "PAG-19": "S11 A; S42 A",
    "EMP-01": "S7 A; S8 A; S9 A; S11 A; S31 A",
    "EMP-02": "S7 A; S8 A; S28 A; S31 A",
    "EMP-03": "S7 A; S8 A; S9 A; S11 A; S31 A",
    "EMP-05": "S1 C; S25 B",
    "CON-01": "WCAG 1.4.3; WCAG 1.4.6",
    "CON-02": "S9 A; S19 B; S20 A",
    "PIC-04": "S4 B",
    "PIC-05": "S28 A; S1 C",
    "COV-05": "S36 A; S32 A; NHS England, Accessible Information Standard",
    "DOC-05": "S7 A; WCAG 1.4.5",
}
"""The rows of our table of layout rules, with who asks for each."""

EVIDENCE = {
    "A": "read in their own words",
    "B": "as another organisation tells it",
    "C": "from general knowledge; look at the original before you quote it",
}


def citations(*keys: str) -> str:
    """The words for some keys, each said once; a key may hold several, parted by "; ".

    "S3 A" names a guideline and how sure we are of its words, "WCAG 1.1.1" a criterion, "TYP-01" a
    row of our table of layout rules. Anything else is in words already, and stands as it is.
    """
    single = (one for key in keys for one in key.split("; "))
    return "; ".join(dict.fromkeys(words for one in single for words in _words(one)))


def _words(key: str) -> list[str]:
    if key in _LAYOUT:
        return [words for one in _LAYOUT[key].split("; ") for words in _words(one)]
    number = key.removeprefix("WCAG ")
    if number != key and number in _WCAG:
        return [f"WCAG 2.2, {number} {_WCAG[number]}"]
    name, _, evidence = key.rpartition(" ")
    if evidence in EVIDENCE and name in _GUIDELINES:
        return [f"{_GUIDELINES[name]} ({EVIDENCE[evidence]})"]
    return [_GUIDELINES.get(key, key)]
