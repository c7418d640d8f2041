package org.a3dav.client;

import java.net.URI;
import java.util.regex.Pattern;

final class Redaction {
    private static final Pattern SECRETS =
        Pattern.compile("(?i)([?&](?:access_token|token|code|secret|password|signature|key)=)[^&#]*");
    private static final Pattern USER = Pattern.compile("(?<=//)[^/?#@]*@");

    private Redaction() {}

    /** An address that can be shown: no user information, and no secret in its query. */
    static String of(URI url) {
        String text = USER.matcher(url.toString()).replaceFirst("");
        int fragment = text.indexOf('#');
        return SECRETS.matcher(fragment < 0 ? text : text.substring(0, fragment)).replaceAll("$1…");
    }
}
