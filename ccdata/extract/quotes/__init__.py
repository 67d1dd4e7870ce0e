"""Quotations: found by their marks, told apart by kind, given to the one whose words they are."""

from ccdata.extract.quotes.records import quote_records

__all__ = ["quote_records"]
