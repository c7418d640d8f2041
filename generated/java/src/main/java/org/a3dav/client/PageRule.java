package org.a3dav.client;

/** Names a parameter, and two members of what it brings. */
record PageRule(String cursor, String items, String next) {}
