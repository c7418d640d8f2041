"""Java 17: one package on java.net.http and Jackson."""
