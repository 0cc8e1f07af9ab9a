"""Who may ask the studio: the browser that it opened, on this computer, and nobody else.

The server listens at 127.0.0.1 only. Still, any page that the browser shows could send requests
there: so the name of the host is checked (DNS rebinding), where a request comes from (Origin,
Fetch Metadata), and a key that only this browser has. The key comes once in the address that is
opened, is exchanged for a cookie at once, and is in no log.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 40_000_000
"""Bytes of one request: an uploaded Word file with its pictures."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with none, a form would say that it comes from nowhere
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Frame-Options": "SAMEORIGIN",
}
"""On every answer that has none of its own."""


def cookie_of(port: int) -> str:
    """The name of the cookie of one studio: a browser sends a cookie to every port of a host, so
    two studios with one name would put each other out."""
    return f"exporter-studio-{port}"


class Guard:
    """Refuses what the studio's own pages did not ask, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, *, key: str, port: int) -> None:
        self._app, self._key, self._cookie = app, key, cookie_of(port)
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        refused = self._refused(scope)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if refused is not None:
            await refused(scope, receive, sent)
        else:
            await self._app(scope, _bounded(receive), sent)

    def _refused(self, scope: Scope) -> Response | None:
        """The answer to a request that may not pass; None for one that may."""
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._hosts:
            return _no("This is not the studio's own address.", 421)
        if fault := _foreign(scope["method"], headers, self._hosts):
            return _no(fault, 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or len(length) > 12 or int(length) > MOST_BODY:
            return _no("This is too large.", 413)
        offered = parse_qs(scope["query_string"].decode("latin-1")).get("key", [""])[0]
        if offered and scope["path"] == "/" and self._is_key(offered):
            answer = RedirectResponse("/", 303)
            answer.set_cookie(self._cookie, self._key, httponly=True, samesite="strict", path="/")
            return answer
        if not self._is_key(_cookie(headers, self._cookie)):
            return _no("Please open the studio with the address that the program printed.", 401)
        return None

    def _is_key(self, offered: str) -> bool:
        return hmac.compare_digest(offered.encode(), self._key.encode())


def _foreign(method: str, headers: Mapping[str, str], hosts: tuple[str, ...]) -> str:
    """Why a request was not made by a page of ours; empty where it was.

    A browser says so with Sec-Fetch-Site; "none" is an address that a person typed or opened.
    """
    site, origin = headers.get("sec-fetch-site", ""), headers.get("origin", "")
    if site not in ("", "same-origin", "none"):
        return "Another page asked for this."
    if origin and origin not in [f"http://{host}" for host in hosts]:
        return "Another page asked for this."
    if method not in ("GET", "HEAD", "POST"):
        return "The studio does not do this."
    if method == "POST" and not origin:
        return "Nobody says which page asked for this."
    return ""


def _cookie(headers: Mapping[str, str], name: str) -> str:
    """The value of a cookie. Those of other programs here come along, well made or not."""
    pairs = (one.strip().partition("=") for one in headers.get("cookie", "").split(";"))
    return next((value for key, _, value in pairs if key == name), "")


def _no(why: str, status: int) -> Response:
    return PlainTextResponse(why, status)


def _bounded(receive: Receive) -> Receive:
    """The same body, which ends with a fault where it is longer than it may be."""
    read = 0

    async def bounded() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        return message if read <= MOST_BODY else {"type": "http.disconnect"}

    return bounded
