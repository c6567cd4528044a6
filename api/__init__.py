"""The Flask app: the JSON API under /api/v1 and the review pages (api.app:create_app)."""
