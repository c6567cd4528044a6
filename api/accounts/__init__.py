"""Signing in, one's own account, and the accounts that an admin keeps."""
