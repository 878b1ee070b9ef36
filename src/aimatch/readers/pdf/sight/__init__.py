"""What of a page a person sees, and what a file only claims."""
