package org.a3dav.client;

/** JSON that is not what the interface says. */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mismatch(String message) {
        super(message, null, false, false);
    }

    Mismatch in(String member) {
        return new Mismatch(member + ": " + getMessage());
    }
}
