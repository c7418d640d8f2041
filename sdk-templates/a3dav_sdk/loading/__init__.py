"""Reads OpenAPI, GraphQL and DAV descriptions into the model."""
