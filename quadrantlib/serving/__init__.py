"""Voila and JupyterLab, configured: a room of its own, a guarded door, and our own words."""
