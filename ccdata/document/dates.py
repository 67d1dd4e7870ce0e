"""The date grammar (placeholder until the grammar below is written)."""
