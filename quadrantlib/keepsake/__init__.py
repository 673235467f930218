"""The keepsake: everything a person wrote and saw, to hold in the hand."""
