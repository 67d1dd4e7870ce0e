"""Validation that other people's CI can trust: it finds everything, repairs nothing, and says where."""

from ccdata.checks.fault import Fault
from ccdata.validate.report import Choice, Report
from ccdata.validate.validation import validate, validate_groups

__all__ = ["Choice", "Fault", "Report", "validate", "validate_groups"]
