"""The cohort report: what its figures say, chapter by chapter, as a page and on paper."""
