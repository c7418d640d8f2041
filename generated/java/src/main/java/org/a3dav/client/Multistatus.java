package org.a3dav.client;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The body of an answer, read a response at a time. */
final class Multistatus extends Advancing<DavResponse> {
    private final XmlReader source;
    private final Request request;
    private final Answer answer;
    private final Deque<DavResponse> waiting = new ArrayDeque<>();
    private String token = "";

    Multistatus(Request request, Answer answer) {
        this.request = request;
        this.answer = answer;
        try {
            if (answer.status() != 207) {
                throw new Mismatch("the status is " + answer.status() + " and not that of a multistatus");
            }
            source = new XmlReader(answer.body());
            DavName root = source.root();
            if (!root.equals(DavName.dav("multistatus"))) {
                throw new Mismatch("the answer is " + root + " and no multistatus");
            }
        } catch (Mismatch e) {
            throw decode(e.getMessage());
        }
    }

    ApiException decode(String reason) {
        return ApiException.decode(reason, answer, request);
    }

    URI from() {
        return answer.url();
    }

    /** The DAV:sync-token, known when all responses are read. */
    String token() {
        return token;
    }

    @Override
    DavResponse advance() {
        try {
            while (waiting.isEmpty()) {
                DavElement element = source.next();
                if (element == null) {
                    return null;
                }
                if (element.name().equals(DavName.dav("response"))) {
                    read(element);
                } else if (element.name().equals(DavName.dav("sync-token"))) {
                    token = element.text().strip();
                }
            }
            return waiting.remove();
        } catch (Mismatch e) {
            throw decode(e.getMessage());
        }
    }

    /** One for each href, of which a response without properties may have several. Hrefs of other servers are left out. */
    private void read(DavElement element) {
        List<String> hrefs = new ArrayList<>();
        List<DavProperty> properties = new ArrayList<>();
        List<DavName> conditions = new ArrayList<>();
        int status = 0;
        String description = "";
        for (DavElement child : element.children()) {
            if (child.name().equals(DavName.dav("href"))) {
                String path = Hrefs.path(from(), child.text());
                if (path != null) {
                    hrefs.add(path);
                }
            } else if (child.name().equals(DavName.dav("status"))) {
                status = status(child.text());
            } else if (child.name().equals(DavName.dav("propstat"))) {
                propstat(child, properties, conditions);
            } else if (child.name().equals(DavName.dav("error"))) {
                child.children().forEach(one -> conditions.add(one.name()));
            } else if (child.name().equals(DavName.dav("responsedescription"))) {
                description = child.text();
            }
        }
        for (String href : hrefs) {
            waiting.add(new DavResponse(href, status, List.copyOf(properties), List.copyOf(conditions), description));
        }
    }

    private static void propstat(DavElement element, List<DavProperty> properties, List<DavName> conditions) {
        int status = status(element.child(DavName.dav("status"))
            .orElseThrow(() -> new Mismatch("a propstat without DAV:status")).text());
        element.child(DavName.dav("prop")).ifPresent(
            prop -> prop.children().forEach(one -> properties.add(new DavProperty(one, status))));
        element.child(DavName.dav("error")).ifPresent(
            error -> error.children().forEach(one -> conditions.add(one.name())));
    }

    /** Reads {@code HTTP/1.1 200 OK}. */
    private static int status(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length >= 2 && words[0].startsWith("HTTP/") && words[1].matches("[1-5][0-9][0-9]")) {
            return Integer.parseInt(words[1]);
        }
        throw new Mismatch("\"" + line.substring(0, Math.min(40, line.length())) + "\" is no status line");
    }

    /** The elements of a DAV:error; any other text names none. */
    static List<DavName> conditionsOf(byte[] content) {
        try {
            XmlReader source = new XmlReader(content);
            if (!source.root().equals(DavName.dav("error"))) {
                return List.of();
            }
            List<DavName> found = new ArrayList<>();
            for (DavElement one = source.next(); one != null; one = source.next()) {
                found.add(one.name());
            }
            return List.copyOf(found);
        } catch (Mismatch e) {
            return List.of();
        }
    }
}
