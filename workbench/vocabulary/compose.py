"""Terms of two parts: the children among the Palestinians are a population with two parents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.core.vocabulary import Population


def compose(
    roles: Iterable[Population], nations: Iterable[Population], *, known: Mapping[str, Population]
) -> dict[str, Population]:
    """A population for each nation and role: palestinian_children, below palestinians and below children.

    The id is the nation's first word with the role's id; the words are each word of the nation before each of
    the role ("Gazan kids"). What is known already stays as it is.
    """
    composed = {}
    for nation in sorted(nations, key=lambda term: term.id):
        adjective = nation.aliases[0] if nation.aliases else nation.id
        for role in sorted(roles, key=lambda term: term.id):
            term = composed_id(adjective, role.id)
            if term in known:
                continue
            label = f"{adjective.title()} {role.label}"
            words = (f"{word} {noun}" for word in nation.aliases for noun in (role.label, *role.aliases))
            composed[term] = Population(
                id=term,
                label=label,
                aliases=tuple(dict.fromkeys(words)),
                parents=(nation.id, role.id),
            )
    return composed


def composed_id(adjective: str, role: str) -> str:
    """`palestinian_children`."""
    return f"{adjective.replace(' ', '_').replace('.', '')}_{role}"
