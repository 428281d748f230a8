"""In which order the code of a pattern is shown: your language first."""

from playbook.models import Pattern, Profile

NAMES = {"python": "Python", "java": "Java", "javascript": "JavaScript", "cpp": "C++", "go": "Go"}
"""Field of the code -> name of the language."""

NEAREST = {"typescript": "javascript", "kotlin": "java", "csharp": "java"}
"""A language without code of its own -> the one whose code its writers read most easily."""


def plan_listings(pattern: Pattern, profile: Profile) -> tuple[tuple[str, str], ...]:
    """Return the names of the languages, each with the code."""
    yours = NEAREST.get(profile.language or "", profile.language)
    order = sorted(NAMES, key=lambda language: language != yours)
    return tuple((NAMES[language], getattr(pattern.code, language)) for language in order)
