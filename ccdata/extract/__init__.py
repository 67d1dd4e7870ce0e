"""From a document to its records: who is named, who says what, what happens."""
