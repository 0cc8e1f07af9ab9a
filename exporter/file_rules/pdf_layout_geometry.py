"""Boxes and matrices, in points."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4

Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def holds(self, other: Box, slack: float = 2.0) -> bool:
        """Whether the other box is inside, but for some points at its sides."""
        middle = (other.bottom + other.top) / 2
        across = self.left - slack <= other.left and other.right <= self.right + slack
        return across and self.bottom <= middle <= self.top

    def shared_height(self, other: Box) -> float:
        """How much of their heights two boxes share."""
        return max(0.0, min(self.top, other.top) - max(self.bottom, other.bottom))

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """First the inner one, then the outer one."""
    if outer == UNMOVED:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(box: Box, matrix: Matrix) -> Box:
    if matrix == UNMOVED:
        return box
    a, b, c, d, e, f = matrix
    corners = ((x, y) for x in (box.left, box.right) for y in (box.bottom, box.top))
    xs, ys = zip(*((a * x + c * y + e, b * x + d * y + f) for x, y in corners), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def page_matrix(page: Box, turn: int) -> Matrix:
    """From the file's own coordinates to those of the page as it is seen."""
    match turn % 360:
        case 90:
            return (0, -1, 1, 0, -page.bottom, page.right)
        case 180:
            return (-1, 0, 0, -1, page.right, page.top)
        case 270:
            return (0, 1, -1, 0, page.top, -page.left)
    return (1, 0, 0, 1, -page.left, -page.bottom)
