"""Which of its meanings an ambiguous name has, by what stands around it."""
