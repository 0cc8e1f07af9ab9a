"""Tests of the weasyprint engine; they need Pango."""
