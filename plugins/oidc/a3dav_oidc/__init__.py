"""Sign-on by an OpenID Connect provider, for requests that bring one of its access tokens."""
