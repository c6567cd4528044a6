"""What goes in and out as JSON: marshmallow schemas, one noun a file."""
