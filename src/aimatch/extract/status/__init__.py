"""Whether a skill is the candidate's own, denied, wished for, or another person's: cues and the grammar around them.

``docs/status.md`` draws what runs when and which module decides what; it begins in :func:`aimatch.extract.status.assertion.statuses`.
"""
