"""A cohort: from submissions to what may be said of them."""

from quadrantlib.cohort.publishing import Edition, publish

__all__ = ["Edition", "publish"]
