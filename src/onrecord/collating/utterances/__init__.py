"""Which statements of different reports report one act of speaking, and how their wordings differ."""
