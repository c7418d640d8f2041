package org.a3dav.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads text/event-stream as the HTML standard says (§9.2.6), however it is cut into pieces. */
final class Frames {
    private final InputStream source;
    private final long most;
    private boolean isBegun;
    private boolean isBehindReturn;
    /** That of the last event that was ended, and that of the event that is being read. */
    private String id;
    private String heard;
    private Duration retry;

    record Frame(String id, String event, String data) {}

    Frames(InputStream source, long most, String id, Duration retry) {
        this.source = new BufferedInputStream(source);
        this.most = most;
        this.id = id;
        this.heard = id;
        this.retry = retry;
    }

    String id() {
        return id;
    }

    Duration retry() {
        return retry;
    }

    /** The next event that has data, or null at the end. */
    Frame next() throws IOException {
        String event = "";
        StringBuilder data = null;
        long size = 0;
        for (String line = line(most); line != null; line = line(most - size)) {
            size += line.length();
            if (line.isEmpty()) {
                id = heard;
                if (data != null) {
                    return new Frame(id, event.isEmpty() ? "message" : event, data.toString());
                }
                event = "";
                size = 0;
                continue;
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + (line.startsWith(" ", colon + 1) ? 2 : 1));
            if (name.equals("data")) {
                data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
            } else if (name.equals("event")) {
                event = value;
            } else {
                note(name, value);
            }
        }
        return null;
    }

    private void note(String name, String value) {
        if (name.equals("id") && value.indexOf(0) < 0) {
            heard = value;
        } else if (name.equals("retry") && value.matches("[0-9]{1,9}")) {
            retry = Duration.ofMillis(Integer.parseInt(value));
        }
    }

    /** A line, which ends at CR, LF or both, without waiting behind a CR for the LF that may follow; null at the end. */
    private String line(long room) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int next = source.read();
            if (next < 0) {
                return null;
            }
            boolean isSecond = isBehindReturn && next == '\n';
            isBehindReturn = next == '\r';
            if (isSecond) {
                continue;
            }
            if (next == '\r' || next == '\n') {
                return plain(line.toString(StandardCharsets.UTF_8));
            }
            if (line.size() >= room) {
                throw new ApiException(ErrorCode.STREAM, "an event is larger than largestBody allows");
            }
            line.write(next);
        }
    }

    /** A line without the mark of byte order that may begin the stream. */
    private String plain(String line) {
        boolean isFirst = !isBegun;
        isBegun = true;
        return isFirst && line.startsWith("\ufeff") ? line.substring(1) : line;
    }
}
