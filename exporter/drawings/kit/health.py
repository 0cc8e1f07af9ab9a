"""Drawings of health: who helps, what is done, and what one feels."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import (
    arm,
    hanging,
    waist_up,
)
from exporter.drawings.kit.feelings import solo
from exporter.drawings.kit.hands import hand
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    FINE,
    GREY,
    INK,
    MIDDLE,
    PALE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    dot,
    ellipse,
    fine,
    limb,
    moved,
    patch,
    path,
)
from exporter.drawings.kit.things import (
    RED,
    disc,
    ground,
    medical,
    moon,
    stage,
)

GLOVE = "#b9cbd8"


def _doctor() -> Shapes:
    kofi = p.wearing(p.KOFI, WHITE, "coat")
    tube = (
        path("M-20 66C-28 100-20 118-4 124M20 66C28 92 28 104 26 118", "", INK, 9),
        path("M-20 66C-28 100-20 118-4 124M20 66C28 92 28 104 26 118", "", MIDDLE, 3),
        circle(26, 128, 10, SAND),
    )
    return (
        *solo(kofi, "smile"),
        *moved(tube, 200, 122, 1.02),
    )


def _nurse() -> Shapes:
    beth = p.wearing(p.BETH, MIDDLE, "tunic")
    patient = p.wearing(p.CARL, CREAM, "crew")
    cuff = arm(patient, 1, (66, 168), (122, 176), "resting", 4)
    takes = arm(beth, -1, (-78, 160), (-92, 176), "resting", 168, True)
    return (
        *stage(),
        *waist_up(patient, 98, 136, 0.78, "smile", 0.5, hangs=(-1,)),
        *waist_up(beth, 296, 112, 0.84, "smile", -0.6, hangs=(1,)),
        *moved(cuff, 98, 136, 0.78),
        *moved(takes, 296, 112, 0.84),
        ground(),
    )


def _dentist() -> Shapes:
    tooth = path(
        "M-62-40C-62-84-26-88 0-74C26-88 62-84 62-40C62-8 48 10 44 40C40 74 34 86 24 86C10 86 12 30 0 30"
        "S-10 86-24 86C-34 86-40 74-44 40C-48 10-62-8-62-40Z", WHITE,
    )  # fmt: skip
    mirror = (
        *limb("M14 14L96 96", GREY, 7),
        circle(0, 0, 27, PALE),
        circle(0, 0, 17, WHITE, MIDDLE, FINE),
    )
    return (
        disc(),
        *moved((tooth, fine("M-40-44C-38-58-28-62-20-60", MIDDLE, 6)), 180, 152, 1.25),
        *moved(mirror, 276, 190, 1.0),
    )


def _medicine() -> Shapes:
    bottle = (
        box(-52, -70, 104, 140, 14, SAND),
        box(-52, -34, 104, 68, 0, WHITE),
        medical(0, 0, 24),
        box(-44, -108, 88, 38, 8, WHITE),
        fine("M-22-100V-78M0-100V-78M22-100V-78"),
    )
    capsule = (
        box(-36, -16, 72, 32, 16, WHITE),
        path("M0-16H20C41-16 41 16 20 16H0Z", MIDDLE),
    )
    tablet = (ellipse(0, 0, 26, 18, WHITE), fine("M-22-2H22"))
    return (
        *stage(),
        *moved(bottle, 160, 228),
        *moved(capsule, 268, 226, 1, -18),
        *moved(tablet, 258, 280),
        *moved(tablet, 324, 280),
        ground(),
    )


def _blood_test() -> Shapes:
    tube = (
        box(-14, -46, 28, 92, 12, WHITE),
        path("M-14-4H14V32C14 42 8 46 0 46S-14 42-14 32Z", RED),
        box(-18, -58, 36, 18, 5, DARK),
    )
    reach = hand("offering", p.BROWN, 178, 198, 4, 1.6)
    return (
        disc(),
        *limb("M60 196H170", p.BROWN, 42),
        *reach,
        *limb("M52 196H104", MIDDLE, 62),
        path("M150 170C170 120 210 96 268 116", "", RED, 6),
        *limb("M150 174L162 146", GREY, 5),
        box(126, 168, 44, 14, 5, WHITE, line=4),
        *moved(tube, 284, 130, 1.15),
    )


def _injection() -> Shapes:
    ida = p.wearing(p.IDA, SAND)
    syringe = (
        fine("M-64 0H-26M-64-13V13", INK, 6),
        box(-30, -14, 74, 28, 3, WHITE, line=4),
        box(-30, -14, 40, 28, 3, MIDDLE, line=4),
        fine("M44 0H78", INK, 5),
    )
    bare = hanging(ida, 1, 178, ida.skin)
    sleeve = path("M28 84C50 86 60 98 64 128H42L36 116", SAND)
    needle = (
        *moved(hand("offering", GLOVE, 0, 0, 0, 1.5, True), 82, 4, flip=True),
        *limb("M88 2H146", WHITE, 40),
    )
    return (
        *stage(),
        *waist_up(ida, 112, 122, 1, "calm", -0.4, arms=(*bare, sleeve), hangs=(-1,)),
        *moved(syringe, 244, 236, 1, 180),
        *moved(needle, 216, 236),
        ground(),
    )


def _zigzag(x: float, y: float, size: float = 1, turn: float = 0) -> Shapes:
    bolt = path("M-6-20L10-4L-4 2L10 22", "", RED, 7)
    return moved((bolt,), x, y, size, turn)


def _pain() -> Shapes:
    jon = p.wearing(p.JON, MIDDLE, "crew")
    left = arm(jon, -1, (-84, 138), (-10, 156), "resting", 8)
    right = arm(jon, 1, (84, 138), (14, 160), "resting", 172, True)
    bolts = (*_zigzag(92, 214), *_zigzag(310, 214, 1, 20), *_zigzag(98, 150, 0.8, -20))
    return (*solo(jon, "pain", -0.2, 0.5, arms=(*left, *right), hangs=()), *bolts[:])


def _headache() -> Shapes:
    hana = p.wearing(p.HANA, MIDDLE)
    left = arm(hana, -1, (-92, 110), (-52, 26), "resting", -70)
    right = arm(hana, 1, (92, 110), (52, 26), "resting", -110, True)
    bolts = (*_zigzag(118, 46, 1, -30), *_zigzag(200, 28, 1), *_zigzag(282, 46, 1, 30))
    return (
        *stage(),
        *waist_up(hana, 200, 140, 0.94, "pain", arms=(*left, *right), hangs=()),
        *bolts,
        ground(),
    )


def bed(who: p.Person, mood: p.Mood, cover: str = MIDDLE) -> Shapes:
    """Somebody in a bed, seen from the side; the bed stands on y = 0 and is 300 wide."""
    return (
        *limb("M-140-132V-4M140-84V-4", GREY, 10),
        box(-140, -62, 280, 36, 8, CREAM),
        path("M-132-62C-136-96-116-112-84-100L-58-62Z", WHITE),
        *moved((*p.behind(who), *p.head(who, mood, 0.1)), -76, -104, 0.72, -58),
        path("M-52-62C-54-94-30-104 0-100C50-94 80-100 104-108C122-112 134-100 136-62Z", cover),
        path("M-52-62C-54-92-38-102-18-102L-12-62Z", WHITE),
    )


def _hospital_bed() -> Shapes:
    drip = (
        *limb("M0 0V-210M-26-2H26", GREY, 5),
        *limb("M0-208H26", GREY, 5),
        box(10, -202, 34, 50, 8, PALE),
        path("M10-176H44V-160Q44-152 36-152H18Q10-152 10-160Z", MIDDLE, line=4),
        fine("M27-152C27-120 60-116 66-104", line=4),
    )
    return (*stage(), ground(16, 384), *moved(drip, 56, 298), *moved(bed(p.RAJ, "calm"), 224, 298))


def _sleep() -> Shapes:
    window = (box(-46, -46, 92, 92, 4, DARK), *moved(moon(), 4, 0, 0.62), dot(-24, -22, 3, WHITE), dot(24, 24, 3, WHITE))  # fmt: skip
    return (
        *stage(),
        *moved(window, 256, 82),
        ground(16, 384),
        *moved(bed(p.wearing(p.IDA, SAND), "asleep", SAND), 200, 298),
    )


def _ambulance() -> Shapes:
    wheel = (circle(0, 0, 27, INK), circle(0, 0, 11, WHITE, line=0))
    return (
        *stage(),
        path("M44 272V122Q44 110 56 110H238V272Z", WHITE),
        path(
            "M238 146H296C306 146 312 150 318 160L344 202C354 206 358 214 358 224V272H238Z", WHITE
        ),
        path("M256 162H292C298 162 300 164 304 170L322 202H256Z", PALE),
        patch("M46.500 222H355.500V240H46.500Z", SAND),
        medical(140, 164, 34),
        box(120, 92, 44, 18, 6, MIDDLE),
        fine("M96 88L86 74M142 80V62M188 88L198 74", SAND, 6),
        *moved(wheel, 106, 272),
        *moved(wheel, 300, 272),
        ground(20, 380),
    )


def _talk_to_doctor() -> Shapes:
    doctor = p.wearing(p.FAY, WHITE, "coat")
    patient = p.wearing(p.DAN, SAND)
    says = arm(patient, -1, (-74, 168), (-86, 128), "offering", -150, True)
    listens = arm(doctor, 1, (74, 172), (20, 176), "resting", 180, True)
    tube = (
        path("M-24 74C-34 120-10 132 2 136M26 74C34 100 32 116 30 128", "", DARK, 6),
        circle(30, 136, 9, SAND),
    )
    return (
        *stage(),
        *waist_up(doctor, 104, 122, 0.84, "smile", 0.6, arms=(*tube, *listens), hangs=(-1,)),
        *waist_up(patient, 298, 122, 0.84, "talk", -0.6, arms=says, hangs=(1,)),
        ground(),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "doctor": _doctor,
    "nurse": _nurse,
    "dentist": _dentist,
    "medicine": _medicine,
    "blood-test": _blood_test,
    "injection": _injection,
    "pain": _pain,
    "headache": _headache,
    "hospital-bed": _hospital_bed,
    "sleep": _sleep,
    "ambulance": _ambulance,
    "talk-to-doctor": _talk_to_doctor,
}
