"""The form: one widget on the page, painted by the front-end modules in static/."""
