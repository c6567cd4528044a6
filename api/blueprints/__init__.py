"""The JSON routes, one noun a file."""

from ..openapi import Blueprint
from . import (
    agreement,
    articles,
    claims,
    crosscheck,
    decisions,
    discrepancies,
    events,
    exports,
    health,
    measures,
    ml,
    origins,
    projects,
    releases,
    webhooks,
)

# In the order of the flow, which is the order of the page that describes them.
BLUEPRINTS: tuple[Blueprint, ...] = (
    articles.blueprint,
    projects.blueprint,
    agreement.blueprint,
    claims.blueprint,
    crosscheck.blueprint,
    discrepancies.blueprint,
    decisions.blueprint,
    origins.blueprint,
    events.blueprint,
    measures.blueprint,
    exports.blueprint,
    releases.blueprint,
    webhooks.blueprint,
    ml.blueprint,
    health.blueprint,
)
