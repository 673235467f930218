"""Pictures: a pure layout first, then ink."""
