"""The site on disk: everything that is published, built by MkDocs or exported for another builder."""
