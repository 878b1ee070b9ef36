"""Whether a skill is the candidate's own, denied, wished for, or another person's: cues and the grammar around them."""
