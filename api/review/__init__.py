"""The pages on which a reviewer reads a discrepancy and answers it; plain HTML, no scripts."""
