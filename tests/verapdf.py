"""veraPDF, as tests call it; by hand: `python -m exporter.validators.verapdf FILE.pdf …`."""

from __future__ import annotations

from exporter.validators.verapdf import PROFILES, available, failures, main, version

__all__ = ["PROFILES", "available", "failures", "main", "version"]

if __name__ == "__main__":
    raise SystemExit(main())
