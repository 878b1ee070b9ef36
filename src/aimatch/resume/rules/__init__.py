"""The words of ``skill_taxonomy/language`` about careers: headings, jobs, degrees, certificates."""
