"""What stands, lies and floats around people: grounds, bubbles, signs, furniture, paper."""

from __future__ import annotations

import math

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
    Shape,
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

GREEN, RED = "#3d7a5a", "#a8443c"


def disc() -> Shape:
    """The pale ground of a thing that stands nowhere."""
    return dot(200, 160, 146, PALE)


def stage() -> Shapes:
    """The pale ground behind people and things that stand on a line."""
    d = "M176.3 300c-72.8-12.3-124-78.4-117.8-151.9 6.2-73.6 67.7-130.1 141.5-130.1 73.8 0 135.3 56.5 141.5 130.1 6.2 73.5-45 139.6-117.8 151.9z"
    return (patch(d, PALE),)


def ground(left: float = 40, right: float = 360) -> Shape:
    return path(f"M{left} 300H{right}")


def bubble(x: float, y: float, w: float, h: float, to: tuple[float, float]) -> Shapes:
    """A speech bubble whose tail points to a mouth."""
    tx, ty = to
    below = ty > y + h
    edge = y + h if below else y
    foot = min(max(tx, x + 26), x + w - 26)
    tail = f"M{foot - 12} {edge}L{tx} {ty}L{foot + 12} {edge}"
    return (
        box(x, y, w, h, 18, WHITE),
        patch(tail + "Z", WHITE),
        path(tail),
        patch(f"M{foot - 10} {edge - 4}h20v8h-20z", WHITE),
    )


def thought(x: float, y: float, w: float, h: float, to: tuple[float, float]) -> Shapes:
    """A bubble for what somebody thinks, with two small ones on the way to the head."""
    tx, ty = to
    mx, my = (x + w / 2 + tx) / 2, (y + h + ty) / 2
    return (
        ellipse(x + w / 2, y + h / 2, w / 2, h / 2, WHITE),
        circle(mx, my, 9, WHITE),
        circle((mx + tx) / 2, (my + ty) / 2, 5.5, WHITE),
    )


def tick(x: float, y: float, size: float = 1, ink: str = GREEN, weight: float = 12) -> Shape:
    d = f"M{x - 22 * size} {y}l{15 * size} {16 * size}l{29 * size} {-34 * size}"
    return path(d, "", ink, weight)


def cross(x: float, y: float, size: float = 1, ink: str = RED, weight: float = 12) -> Shape:
    s = 17 * size
    return path(
        f"M{x - s} {y - s}l{2 * s} {2 * s}M{x + s} {y - s}l{-2 * s} {2 * s}", "", ink, weight
    )


def star(x: float, y: float, r: float, colour: str = SAND) -> Shape:
    """A star of five points."""
    points = ((r * (1 if i % 2 == 0 else 0.46), math.radians(36 * i - 90)) for i in range(10))
    way = "L".join(
        f"{round(x + far * math.cos(angle), 1)} {round(y + far * math.sin(angle), 1)}"
        for far, angle in points
    )
    return path(f"M{way}Z", colour)


def badge(x: float, y: float, r: float, colour: str, inner: Shapes = ()) -> Shapes:
    return (circle(x, y, r, colour), *moved(inner, x, y))


def medical(x: float, y: float, size: float, ink: str = DARK) -> Shape:
    """A cross for health, in no colour that the Red Cross keeps for itself."""
    a, b = size / 3, size
    d = f"M{x - a} {y - b}h{2 * a}v{b - a}h{b - a}v{2 * a}h{a - b}v{b - a}h{-2 * a}v{a - b}h{a - b}v{-2 * a}h{b - a}z"
    return patch(d, ink)


def lines(
    x: float, y: float, widths: tuple[float, ...], step: float = 16, line: float = 5
) -> Shapes:
    """Words on a page."""
    return tuple(fine(f"M{x} {y + i * step}h{w}", GREY, line) for i, w in enumerate(widths))


def page(x: float, y: float, w: float, h: float, fold: float = 0) -> Shapes:
    if not fold:
        return (box(x, y, w, h, 4, WHITE),)
    return (
        path(f"M{x} {y}h{w - fold}l{fold} {fold}v{h - fold}h{-w}z", WHITE),
        path(f"M{x + w - fold} {y}v{fold}h{fold}", WHITE),
    )


def round_table(x: float, y: float, rx: float, ry: float, floor: float = 300) -> Shapes:
    """A round table seen a little from above, on one leg."""
    return (
        path(f"M{x - 46} {floor}C{x - 40} {floor - 14} {x - 10} {floor - 10} {x - 9} {floor - 24}V{y}h18V{floor - 24}"
             f"C{x + 10} {floor - 10} {x + 40} {floor - 14} {x + 46} {floor}Z", SAND),
        path(f"M{x - rx} {y}v9C{x - rx} {y + ry * 0.75 + 9} {x - rx / 2} {y + ry + 9} {x} {y + ry + 9}"
             f"S{x + rx} {y + ry * 0.75 + 9} {x + rx} {y + 9}v-9z", SAND),
        ellipse(x, y, rx, ry, CREAM),
    )  # fmt: skip


def table(x: float, y: float, w: float, floor: float = 300, leg: float = 8) -> Shapes:
    """A table seen from its side."""
    return (
        *limb(f"M{x + 14} {y + 8}V{floor - 3}M{x + w - 14} {y + 8}V{floor - 3}", SAND, leg),
        box(x, y, w, 13, 5, CREAM),
    )


def mug(x: float, y: float, colour: str = MIDDLE) -> Shapes:
    """A mug that stands at (x, y)."""
    return (
        path(f"M{x + 8} {y - 14}c10 0 10 10 0 10", "", line=4),
        path(f"M{x - 9} {y - 18}h18v15q0 3-3 3h-12q-3 0-3-3z", colour, line=4),
    )


def guide_dog(lying: bool = False) -> Shapes:
    """A guide dog in harness, about 110 wide, whose feet are at y = 0. It looks to the right."""
    coat = "#dcb98a"
    if lying:
        return (
            path("M4-16C-8-18-18-12-22-4", "", INK, 14),
            path("M4-16C-8-18-18-12-22-4", "", coat, 5),
            path("M0 0C-8-24 8-38 30-36C48-36 56-34 64-28L96-8C102-4 98 0 92 0Z", coat),
            path(
                "M58-36C58-52 70-60 82-56L104-44C110-40 108-32 100-31L86-28C84-22 78-18 72-20Z",
                coat,
            ),
            path("M66-54C58-50 54-40 58-30C66-30 70-40 72-50Z", "#b98f5b", line=4),
            dot(84, -46, 3),
            dot(105, -40, 4.2),
            path("M44-35L52-2", "", DARK, 8),
            path("M72-8L98-4", "", line=4),
        )
    return (
        path("M-36-62C-52-70-56-88-50-96", "", INK, 15),
        path("M-36-62C-52-70-56-88-50-96", "", coat, 6),
        *limb("M-26-50L-34-22L-28-6M30-44V-6", "#b98f5b", 9),
        path(
            "M-40-60C-40-76-20-76 0-74H30C44-74 52-62 46-46C40-34 20-36 4-36C-14-36-40-34-40-60Z",
            coat,
        ),
        *limb("M-32-50L-42-24L-36-6M38-50V-6", coat, 10),
        path(
            "M28-62C26-90 36-112 56-112C66-112 70-104 74-98L92-92C98-88 96-80 88-78L72-76C68-64 60-54 46-50Z",
            coat,
        ),
        path("M44-110C36-104 32-92 36-82C46-82 50-94 52-104Z", "#b98f5b", line=4),
        dot(65, -98, 3.2),
        dot(93, -87, 4.5),
        path("M30-74C26-60 28-46 36-36", "", DARK, 9),
        path("M22-74L-12-128L-30-128", "", INK, 6),
    )


def communication_board(x: float, y: float, turn: float = 0, size: float = 1) -> Shapes:
    """A board of signs that somebody points at to speak."""
    board = (
        box(-38, -26, 76, 52, 6, WHITE),
        path("M-13-26V26M13-26V26M-38 0H38", "", line=FINE),
        dot(-25, -13, 6, SAND),
        tick(0, -13, 0.3, GREEN, 5),
        cross(25, -13, 0.4, RED, 5),
        medical(-25, 13, 8, DARK),
        patch("M-8 20V12L0 5L8 12V20Z", MIDDLE),
        dot(25, 13, 6, DARK),
    )
    return moved(board, x, y, size, turn)


def question(ink: str = SAND) -> Shapes:
    """A question mark, 40 wide and 70 high."""
    return (
        *limb("M-17-18C-17-42 19-42 19-18C19-4 0-4 0 12", ink, 7),
        circle(0, 32, 7, ink),
    )


def moon(ink: str = CREAM) -> Shapes:
    d = "M14-42C-20-50-46-24-42 8C-38 38-4 52 26 36C34 32 38 28 42 22C2 30-22-12 14-42Z"
    return (path(d, ink),)


def sun(x: float, y: float, r: float = 34) -> Shapes:
    rays = "".join(
        f"M{x + math.cos(a) * (r + 14):.1f} {y + math.sin(a) * (r + 14):.1f}"
        f"L{x + math.cos(a) * (r + 30):.1f} {y + math.sin(a) * (r + 30):.1f}"
        for a in (i * math.pi / 4 for i in range(8))
    )
    return (circle(x, y, r, SAND), path(rays, "", SAND, 7))


def clipboard(*on: Shape) -> Shapes:
    """A clipboard, 76 wide and 100 high, with what stands on it."""
    return (
        box(-38, -50, 76, 100, 7, SAND),
        box(-28, -36, 56, 76, 2, WHITE, line=4),
        box(-16, -58, 32, 16, 5, GREY),
        *on,
    )


def calendar(w: float = 150, h: float = 140) -> Shapes:
    """A calendar around (0, 0) without its days."""
    x, y = -w / 2, -h / 2
    return (
        box(x, y, w, h, 8, WHITE),
        path(f"M{x} {y + 34}V{y + 10}Q{x} {y} {x + 10} {y}H{-x - 10}Q{-x} {y} {-x} {y + 10}V{y + 34}Z", DARK),
        *limb(f"M{x + 32} {y - 10}V{y + 10}M{-x - 32} {y - 10}V{y + 10}", WHITE, 6),
    )  # fmt: skip


def clock(r: float = 40, hands: str = "M0-24V0L16 10") -> Shapes:
    """A clock around (0, 0); its hands are drawn as if it were 40 wide."""
    return (
        circle(0, 0, r, WHITE),
        *moved((path(hands, "", INK, 6),), size=r / 40),
        *(dot(x * r * 0.78, y * r * 0.78, 2.6) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))),
    )


def house(w: float = 140, h: float = 130) -> Shapes:
    """A house that stands on y = 0."""
    x = -w / 2
    return (
        path(f"M{x + 10} 0V{-h * 0.55}H{-x - 10}V0Z", CREAM),
        path(f"M{x - 8} {-h * 0.5}L0 {-h}L{8 - x} {-h * 0.5}Z", DARK),
        path("M-15 0V-44H15V0Z", SAND),
        box(w * 0.17, -h * 0.42, 26, 24, 0, WHITE, line=4),
        box(-w * 0.17 - 26, -h * 0.42, 26, 24, 0, WHITE, line=4),
    )


def vehicle_wheel(x: float, y: float = 272, r: float = 27) -> Shapes:
    return (circle(x, y, r, INK), dot(x, y, r * 0.42, WHITE))


def phone_frame(w: float = 120, h: float = 220) -> Shapes:
    """A mobile phone around (0, 0)."""
    return (
        box(-w / 2, -h / 2, w, h, 18, INK),
        box(-w / 2 + 9, -h / 2 + 22, w - 18, h - 48, 4, WHITE, line=0),
        dot(0, h / 2 - 13, 6, LIGHT),
    )


def screen(w: float = 220, h: float = 140, fill: str = WHITE) -> Shapes:
    """A screen on a foot that stands on y = 0."""
    return (
        path("M-16-22L-22-3H22L16-22Z", GREY),
        *limb("M-40-4H40", GREY, 5),
        box(-w / 2, -h - 24, w, h, 10, INK),
        box(-w / 2 + 12, -h - 12, w - 24, h - 24, 2, fill, line=0),
    )
