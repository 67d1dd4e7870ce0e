"""A release in memory: typed records to look up, filter, show, cite and hand to other tools."""

from ccdata.dataset.collection import Dataset
from ccdata.dataset.views import ActorView, ArticleView, EventView, MentionView, QuoteView, View

__all__ = ["ActorView", "ArticleView", "Dataset", "EventView", "MentionView", "QuoteView", "View"]
