"""TypeScript; its runtime and its templates are in the folder of JavaScript."""
