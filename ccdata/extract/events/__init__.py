"""Chronology entries as coded events: `event_ids` first, then `event_records`."""

from ccdata.extract.events.records import event_ids, event_records

__all__ = ["event_ids", "event_records"]
