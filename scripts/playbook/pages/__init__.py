"""What the site shows: where each page lies, what its template may call, and the Markdown it becomes."""
