"""Starts the studio: a server on this computer, and the browser that may ask it."""

from __future__ import annotations

import secrets
import socket
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from exporter.studio.app import application
from exporter.studio.desk import Desk
from exporter.styles.folder import Styles

HOST = "127.0.0.1"


def serve(
    sources: Path,
    styles: Styles | None,
    output: Path,
    *,
    port: int,
    opens: bool,
    tell: Callable[[str], None],
) -> None:
    """Serve until somebody stops it. `tell` gets the address with its key, and nobody else does.

    Port 0 is any that is free. Raises OSError where the port is taken.
    """
    with listening_at(port) as listening:
        port = listening.getsockname()[1]
        key = secrets.token_urlsafe(32)
        app = application(Desk(sources, styles, output), key=key, port=port)
        address = f"http://{HOST}:{port}/?key={key}"
        tell(address)
        if opens:
            webbrowser.open(address)
        settings = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(settings).run(sockets=[listening])


def listening_at(port: int) -> socket.socket:
    """A socket at which browsers of this computer are heard. Raises OSError where it is taken.

    It says that it speaks TCP: only then does asyncio send each answer at once. Without that the
    words of an answer wait for the browser to confirm its head, which takes 40 ms (RFC 896).
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        _alone(listening)
        listening.bind((HOST, port))
        listening.listen()  # who hears the address may ask at once, and waits until it is served
    except OSError:
        listening.close()
        raise
    return listening


def _alone(listening: socket.socket) -> None:
    """Nobody else answers at our port. What lets a port be taken again at once elsewhere lets two
    programs share it on Windows, so there it has to be asked for alone."""
    if sys.platform == "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
