"""The exercises, one a file, and the catalog that lists them in workbook order."""
