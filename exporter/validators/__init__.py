"""Programs that are not ours and judge finished files: one module for each, started when asked."""
