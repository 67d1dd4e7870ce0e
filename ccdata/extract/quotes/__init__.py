"""Quotations: found by their marks, told apart by kind, given to the one whose words they are."""
