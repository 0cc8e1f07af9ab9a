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
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        _alone(listening)
        listening.bind((HOST, port))
        listening.listen()  # who hears the address may ask at once, and waits until it is served
        port = listening.getsockname()[1]
        key = secrets.token_urlsafe(32)
        app = application(Desk(sources, styles, output), key=key, port=port)
        address = f"http://{HOST}:{port}/?key={key}"
        tell(address)
        if opens:
            webbrowser.open(address)
        settings = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(settings).run(sockets=[listening])


def _alone(listening: socket.socket) -> None:
    """Nobody else answers at our port. What lets a port be taken again at once elsewhere lets two
    programs share it on Windows, so there it has to be asked for alone."""
    if sys.platform == "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
