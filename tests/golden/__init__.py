"""The release of the seeds as it was when somebody last looked at it.

Rules that change what is released change these files: python -m tests.golden writes them anew, and whoever
lands the change looks at their diff.
"""
