"""The Flask app: the JSON API under /api/v1 and the review pages."""

from .app import create_app

__all__ = ["create_app"]
