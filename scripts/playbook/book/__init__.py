"""The guide as one book: rendered pages become chapters, for paper and for readers of EPUB."""
