package org.a3dav.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** How a client is set up; it takes what is said here when it is made. */
public final class ClientOptions {
    Credentials credentials;
    Duration timeout = Duration.ofSeconds(60);
    Duration connectTimeout = Duration.ofSeconds(5);
    int retries = 2;
    long largestBody = 64L << 20;
    String userAgent = Identity.USER_AGENT;
    ClientClock clock = ClientClock.system();
    DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
    Transport transport;
    Executor executor;
    Consumer<RequestLog> log = entry -> {};

    public static ClientOptions defaults() {
        return new ClientOptions();
    }

    ClientOptions copy() {
        ClientOptions made = new ClientOptions();
        made.credentials = credentials;
        made.timeout = timeout;
        made.connectTimeout = connectTimeout;
        made.retries = retries;
        made.largestBody = largestBody;
        made.userAgent = userAgent;
        made.clock = clock;
        made.random = random;
        made.transport = transport;
        made.executor = executor;
        made.log = log;
        return made;
    }

    /** What a client takes: with the environment and a transport where nothing else was said. */
    ClientOptions settled() {
        ClientOptions made = copy();
        String token = System.getenv(Identity.TOKEN_VARIABLE);
        if (made.credentials == null && token != null && !token.isEmpty()) {
            made.credentials = Credentials.bearer(token);
        }
        if (made.transport == null) {
            made.transport = defaultTransport(made.connectTimeout);
        }
        if (made.executor == null) {
            made.executor = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, Identity.NAME + "-client");
                thread.setDaemon(true);
                return thread;
            });
        }
        return made;
    }

    static Transport defaultTransport(Duration connectTimeout) {
        return Transport.of(HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build());
    }

    static URI base(String text) {
        String given = text == null || text.isEmpty() ? System.getenv(Identity.URL_VARIABLE) : text;
        URI url;
        try {
            url = URI.create(given == null ? "" : given);
        } catch (IllegalArgumentException e) {
            throw ApiException.misused("the URL of the server is wrong: " + e.getMessage());
        }
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw ApiException.misused(
                "the URL of the server is missing or wrong: give it, or set " + Identity.URL_VARIABLE);
        }
        if (url.getRawUserInfo() != null) {
            throw ApiException.misused("the URL of the server holds a password; give it to basicAuth");
        }
        String path = url.getRawPath();
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + (path.endsWith("/") ? path : path + "/"));
    }

    // Who asks

    /** A bearer token. */
    public ClientOptions token(String token) {
        credentials = Credentials.bearer(token);
        return this;
    }

    public ClientOptions basicAuth(String name, String password) {
        credentials = Credentials.basic(name, password);
        return this;
    }

    /** A function that is asked for a token before the first request, and again when the server refuses it. */
    public ClientOptions tokenProvider(Callable<String> provider) {
        return tokenSource(Credentials.kept(provider));
    }

    /** Tokens of OAuth 2, for example. */
    public ClientOptions tokenSource(TokenSource source) {
        credentials = Credentials.of(source);
        return this;
    }

    /** Nobody, whatever the environment says. */
    public ClientOptions anonymous() {
        credentials = refused -> new Credentials.Given("", "");
        return this;
    }

    // How

    /** The time of a whole call: 60 s unless said. */
    public ClientOptions timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** The time for a connection: 5 s unless said. */
    public ClientOptions connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    /** How many further attempts there may be: 2 unless said. */
    public ClientOptions retries(int retries) {
        this.retries = retries;
        return this;
    }

    /** How many bytes an answer that is no download may have: 64 MiB unless said. */
    public ClientOptions largestBody(long bytes) {
        largestBody = bytes;
        return this;
    }

    /** Puts a product before the one of this package. */
    public ClientOptions userAgent(String product) {
        userAgent = product + " " + Identity.USER_AGENT;
        return this;
    }

    /** Is told of each attempt, by the thread that made the call. */
    public ClientOptions log(Consumer<RequestLog> log) {
        this.log = log;
        return this;
    }

    /** Writes each attempt to a logger: failures as warnings, all else for debugging. */
    public ClientOptions logger(System.Logger logger) {
        return log(entry -> logger.log(
            entry.error() == null ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
            "{0} {1} {2} {3} attempt {4} in {5}{6}", entry.operation(), entry.method(), entry.url(), entry.status(),
            entry.attempt(), entry.duration(), entry.error() == null ? "" : ": " + entry.error().code().text()));
    }

    public ClientOptions transport(Transport transport) {
        this.transport = transport;
        return this;
    }

    /** Runs what ends with Async; threads of its own unless said. */
    public ClientOptions executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    public ClientOptions clock(ClientClock clock) {
        this.clock = clock;
        return this;
    }

    /** Numbers from 0 up to, and without, 1: for delays and idempotency keys. */
    public ClientOptions random(DoubleSupplier random) {
        this.random = random;
        return this;
    }
}
