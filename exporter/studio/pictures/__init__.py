"""Pictures for a document: found in banks or brought in, each with its words from the beginning."""
