"""Who is who across reports: pure judging of forms that share a key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Cluster, Form, Judgement, Member


def keys(form: Form) -> frozenset[str]:
    """The keys under which a form's neighbours are found; forms without a common key are never one actor."""
    if form.type == "unnamed":
        return frozenset()
    words = form.name.casefold().split()
    return frozenset({f"{form.type}:{words[-1] if form.type == 'person' else ' '.join(words)}"} if words else ())


def cluster(forms: Iterable[Form], judgements: Sequence[Judgement] = ()) -> tuple[Cluster, ...]:
    """Clusters of the forms, each in exactly one; the same for any order of the forms."""
    return tuple(_alone(form) for form in sorted(forms))


def _alone(form: Form) -> Cluster:
    return Cluster(form.id, form.name, form.type, form.party, (Member(form.id, 1.0, "only form"),))
