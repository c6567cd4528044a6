"""Pure values that the stages hand to each other."""
