"""Drawings of travel: what one goes by, and how one gets in."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import (
    FLOOR,
    SIDE,
    TALL,
    arm,
    seated,
    walking,
    wheelchair_behind,
    wheelchair_front,
)
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    FINE,
    GREY,
    INK,
    LIGHT,
    MIDDLE,
    PALE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    fine,
    limb,
    moved,
    patch,
    path,
    thinner,
)
from exporter.drawings.kit.things import ground, guide_dog, stage, vehicle_wheel


def rider(who: p.Person, x: float, y: float, size: float = 0.46, look: float = 0.6) -> Shapes:
    """A head and shoulders in a window whose lower edge is at y."""
    base = 40 / size * 0.46 + 60
    shoulders = path(f"M-40 {base}C-40 74-20 66 0 64C20 66 40 74 40 {base}Z", who.clothes)
    seen = (*p.behind(who), shoulders, *p.head(who, "smile", look))
    return thinner(moved(seen, x, y - base * size, size), 0.7)


def wheelchair_user(who: p.Person, x: float, k: float, flip: bool = False) -> Shapes:
    """Somebody who drives their own wheelchair on the ground line."""
    whole = (
        *wheelchair_behind(),
        *seated(who, "smile", 0.9, trousers=DARK),
        *wheelchair_front(),
        *arm(who, 1, (8, 170), (10, 212), "fist", 70, shoulder=SIDE),
    )
    return thinner(moved(whole, x, 300 - (FLOOR + 18) * k, k, flip=flip), 0.9)


def _bus() -> Shapes:
    return (
        *stage(),
        box(26, 92, 348, 180, 22, MIDDLE),
        *(box(x, 116, 62, 66, 6, WHITE) for x in (46, 120, 194)),
        *rider(p.GWEN, 77, 180),
        *rider(p.KOFI, 151, 180),
        *rider(p.HANA, 225, 180),
        box(272, 114, 46, 156, 6, PALE),
        fine("M295 116V268", line=4),
        path("M328 116H352Q362 116 364 126L370 190H328Z", WHITE),
        patch("M28.5 208H269V226H28.5Z", WHITE),
        *vehicle_wheel(96, 272),
        *vehicle_wheel(236, 272),
        box(352, 236, 20, 14, 4, SAND, line=4),
        ground(14, 388),
    )


def _train() -> Shapes:
    return (
        *stage(),
        path("M12 264V108H264C330 108 376 176 388 236Q390 264 364 264Z", WHITE),
        path("M272 132C306 134 330 156 344 184H272Z", PALE),
        path("M12 206H378L388 236Q390 264 364 264H12Z", MIDDLE),
        *(box(x, 128, 62, 54, 6, PALE) for x in (26, 104, 182)),
        *rider(p.RAJ, 57, 181, 0.4),
        *rider(p.BETH, 135, 181, 0.4),
        *(circle(x, 274, 16, INK) for x in (66, 116, 246, 300)),
        path("M8 300H392"),
        fine(
            "M30 300v8M70 300v8M110 300v8M150 300v8M190 300v8M230 300v8M270 300v8M310 300v8M350 300v8",
            line=5,
        ),
        path("M360 222h14", "", SAND, 10),
    )


def _taxi() -> Shapes:
    return (
        *stage(),
        box(166, 92, 52, 24, 8, SAND),
        path("M34 266V212Q34 196 50 192L92 184L118 130Q124 118 138 118H244Q258 118 266 130L298 184"
             "L344 194Q366 200 366 222V266Z", DARK),
        path("M122 182L140 142Q143 136 150 136H184V182Z", PALE),
        path("M200 136H236Q244 136 248 142L270 182H200Z", PALE),
        *rider(p.ADA, 226, 181, 0.27, -0.6),
        patch("M46 206h18v12h-18zM82 206h18v12h-18zM118 206h18v12h-18zM154 206h18v12h-18zM64 218h18v12h-18zM100 218h18v12h-18zM136 218h18v12h-18zM172 218h18v12h-18z", WHITE),
        fine("M192 190V250M206 206h18", WHITE, 4),
        box(346, 214, 18, 16, 5, SAND, line=4),
        *vehicle_wheel(100, 268, 30),
        *vehicle_wheel(300, 268, 30),
        ground(14, 388),
    )  # fmt: skip


def _car() -> Shapes:
    return (
        *stage(),
        path("M36 264V222Q36 206 52 202L98 190L140 142Q148 134 160 134H248Q260 134 268 144L302 190"
             "L346 200Q366 206 366 226V264Z", SAND),
        path("M126 188L156 156Q160 152 166 152H194V188Z", PALE),
        path("M210 152H244Q252 152 256 158L278 188H210Z", PALE),
        *rider(p.JON, 232, 187, 0.28, 0.7),
        fine("M202 196V250M214 212h18", line=4),
        box(346, 218, 18, 14, 5, WHITE, line=4),
        *vehicle_wheel(104, 266, 32),
        *vehicle_wheel(298, 266, 32),
        ground(14, 388),
    )  # fmt: skip


def _walk() -> Shapes:
    k = 0.62
    one = (
        *walking(p.FAY, "smile", 0.9, trousers=DARK),
        *arm(p.FAY, 1, (-26, 160), (14, 206), "fist", 30, shoulder=SIDE),
    )
    tree = (
        *limb("M0 0V-60", "#8a5a2b", 9),
        path(
            "M-30-58C-62-62-62-104-36-108C-34-142 10-150 22-124C52-126 60-84 36-72C30-58-10-54-30-58Z",
            MIDDLE,
        ),
    )
    return (
        *stage(),
        *moved(tree, 320, 298, 1),
        *moved(one, 174, 300 - TALL * k, k),
        ground(),
    )


def _guide_dog() -> Shapes:
    k = 0.6
    dark = (
        circle(-13, 0, 11, INK, line=FINE),
        circle(13, 0, 11, INK, line=FINE),
    )
    jon = p.wearing(p.DAN, SAND)
    glasses = moved(dark, 9, 0)
    one = (
        *walking(jon, "smile", 0.9, trousers=DARK),
        *glasses,
        fine("M-14-2L-31-5M6-2h6"),
        *arm(jon, 1, (30, 176), (92, 184), "fist", 30, shoulder=SIDE),
    )
    return (
        *stage(),
        *moved(one, 130, 300 - TALL * k, k),
        *moved(guide_dog(), 220, 300, 1.05),
        ground(),
    )


def _white_cane() -> Shapes:
    k = 0.62
    gwen = p.wearing(p.IDA, SAND)
    cane = (*limb("M76 186L182 394", WHITE, 5), *limb("M164 358L182 394", "#a8443c", 5))
    one = (
        *walking(gwen, "smile", 0.9, trousers=DARK),
        circle(-4.5, 0, 11, INK, line=FINE),
        circle(22, 0, 11, INK, line=FINE),
        fine("M-14-2L-31-5M6-2h6"),
        *cane,
        *arm(gwen, 1, (10, 168), (70, 176), "fist", -10, shoulder=SIDE),
    )
    return (*stage(), *moved(one, 160, 300 - TALL * k, k), ground())


def _lift() -> Shapes:
    return (
        *stage(),
        box(92, 30, 216, 270, 0, GREY),
        box(112, 58, 176, 242, 0, PALE),
        path("M112 58H136V300H112ZM264 58H288V300H264Z", LIGHT),
        *wheelchair_user(p.wearing(p.ADA, SAND), 190, 0.56),
        path("M176 46l10-14 10 14zM204 32l10 14 10-14z", WHITE, line=FINE),
        box(326, 150, 32, 64, 5, WHITE),
        circle(342, 168, 8, SAND, line=4),
        circle(342, 194, 8, WHITE, line=4),
        ground(30, 370),
    )


def _ramp() -> Shapes:
    lifted = moved(wheelchair_user(p.JON, 0, 0.5), 0, -300)
    return (
        *stage(),
        path("M244 300V70H376V300Z", CREAM),
        path("M236 74L310 30L384 74Z", DARK),
        box(274, 118, 64, 116, 3, SAND),
        circle(326, 178, 4, INK, line=0),
        path("M30 300L236 234H376V300Z", LIGHT),
        *moved(lifted, 148, 266, 1, -17),
        ground(14, 388),
    )


def _stairs() -> Shapes:
    return (
        *stage(),
        path("M60 300V262H118V224H176V186H234V148H292V110H352V300Z", CREAM),
        *limb("M70 196L300 44H344", MIDDLE, 8),
        *limb("M88 258V188M204 182V112M322 106V48", MIDDLE, 5),
        ground(30, 380),
    )


def _map() -> Shapes:
    return (
        *stage(),
        path("M56 120L140 92L226 122L344 88V262L226 294L140 264L56 292Z", WHITE),
        path("M140 92V264M226 122V294"),
        path("M70 250C110 220 150 252 180 220S240 170 330 176", "", MIDDLE, 9),
        path("M84 150L126 138M250 262L322 242", "", LIGHT, 12),
        path("M262 168C236 136 230 116 230 102C230 82 244 68 262 68S294 82 294 102"
             "C294 116 288 136 262 168Z", SAND),
        circle(262, 101, 12, WHITE),
    )  # fmt: skip


def _toilet() -> Shapes:
    return (
        *stage(),
        box(206, 92, 86, 76, 8, WHITE),
        *limb("M222 84h18", GREY, 6),
        path("M150 200H292V168H206Q150 168 150 200Z", WHITE),
        path("M132 196H288Q292 246 244 254L250 298H186L190 254Q136 246 132 196Z", WHITE),
        box(122, 184, 150, 16, 8, MIDDLE),
        *limb("M316 174H366M366 150V250", GREY, 8),
        *limb("M44 190H92", GREY, 5),
        path("M54 190H88V244H62Q54 244 54 234Z", WHITE),
        circle(70, 190, 20, WHITE),
        circle(70, 190, 6, GREY, line=4),
        ground(),
    )


def _boarding() -> Shapes:
    return (
        *stage(),
        box(214, 40, 172, 232, 16, MIDDLE),
        box(234, 64, 84, 190, 4, PALE),
        box(332, 64, 40, 80, 4, WHITE),
        *vehicle_wheel(352, 272, 26),
        path("M234 254H318L206 296H150Z", GREY),
        *wheelchair_user(p.IDA, 118, 0.56),
        ground(14, 388),
    )  # fmt: skip


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "bus": _bus,
    "train": _train,
    "taxi": _taxi,
    "car": _car,
    "walk": _walk,
    "guide-dog": _guide_dog,
    "white-cane": _white_cane,
    "lift": _lift,
    "ramp": _ramp,
    "stairs": _stairs,
    "map": _map,
    "toilet": _toilet,
    "accessible-bus": _boarding,
}
