"""The rules of ``skill_taxonomy/language``, read, checked and made ready: phrases, cues, behaviours, words of grammar."""
