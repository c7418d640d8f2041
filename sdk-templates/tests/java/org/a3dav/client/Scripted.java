package org.a3dav.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers request n with step n, and the last step ever after. */
final class Scripted implements AutoCloseable {
    final List<Arrived> seen = new CopyOnWriteArrayList<>();
    final Ticking clock = new Ticking();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> steps;
    private final ServerSocket server;

    record Arrived(String method, String target, Map<String, String> headers, String body) {}

    /** A clock that only sleeping advances. */
    static final class Ticking implements ClientClock {
        final List<Duration> sleeps = new ArrayList<>();
        private Instant moment = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant now() {
            return moment;
        }

        @Override
        public void sleep(Duration duration) {
            sleeps.add(duration);
            moment = moment.plus(duration);
        }
    }

    /** Closes the connection without an answer. */
    static final String HANG_UP = "hang up";
    /** Never answers. */
    static final String STALL = "stall";

    Scripted(String... steps) throws IOException {
        this.steps = List.of(steps);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept);
        thread.setDaemon(true);
        thread.start();
    }

    /** An answer with a body, and with headers before it. */
    static String says(int status, String body, String... headers) {
        String told = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 " + status + " -\r\n" + told + "Content-Length: " + length + "\r\n\r\n" + body;
    }

    /** Promises more than it sends. */
    static String cut() {
        return "HTTP/1.1 200 -\r\nContent-Length: 100\r\n\r\n{\"name\": \"a";
    }

    static String xml(int status, String body) {
        return says(status, body, "Content-Type: application/xml");
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    ClientOptions options() {
        return ClientOptions.defaults().clock(clock).random(() -> 0.5).token("secret");
    }

    Core core() {
        return new Core(url(), options());
    }

    Dav dav() {
        return new Dav(core());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (read(in)) {
                String step = steps.get(Math.min(seen.size(), steps.size()) - 1);
                if (step.equals(STALL)) {
                    in.read();
                    return;
                }
                if (step.equals(HANG_UP)) {
                    return;
                }
                out.write(step.getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (!step.contains("Content-Length: ") || step.equals(cut())) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private boolean read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        if (first.length < 3) {
            return false;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = headers.containsKey("Transfer-Encoding") ? chunked(in) : text(in.readNBytes(length));
        seen.add(new Arrived(first[0], first[1], headers, body));
        return true;
    }

    private static String chunked(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.append(text(in.readNBytes(size)));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.append((char) one);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
