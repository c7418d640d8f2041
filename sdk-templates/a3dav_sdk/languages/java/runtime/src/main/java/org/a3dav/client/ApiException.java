package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/** Every error of a call. What there was no answer for has status 0. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String reason;
    private int status;
    private int attempts;
    private String method = "";
    private String url = "";
    private transient HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);
    private transient byte[] body = new byte[0];
    private transient ProblemDetails problem;
    private transient List<DavName> conditions = List.of();
    private transient List<GraphQlError> graphQlErrors = List.of();
    private transient Object data;

    ApiException(ErrorCode code, String reason) {
        this(code, reason, null);
    }

    ApiException(ErrorCode code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
        this.reason = reason;
    }

    static ApiException misused(String reason) {
        return new ApiException(ErrorCode.CONFIGURATION, reason);
    }

    static ApiException of(Answer answer) {
        ApiException made = new ApiException(ErrorCode.of(answer.status()), "").answered(answer);
        String media = MediaTypes.plain(answer.headers());
        if (media.equals("application/problem+json")) {
            made.problem = ProblemDetails.read(answer.body());
        } else if (media.equals("application/xml") || media.equals("text/xml")) {
            made.conditions = Multistatus.conditionsOf(answer.body());
        }
        if (made.problem != null && made.problem.extensions().containsKey("condition")) {
            DavName name = DavName.parse(made.problem.extensions().get("condition").asText());
            made.conditions = name == null ? List.of() : List.of(name);
        }
        return made;
    }

    static ApiException decode(String reason, Answer answer, Request request) {
        ApiException made = new ApiException(ErrorCode.DECODE, reason).answered(answer);
        made.status = 0;
        return made.at(request.method(), answer.url(), answer.attempts());
    }

    ApiException answered(Answer answer) {
        status = answer.status();
        headers = answer.headers();
        body = answer.body() == null ? body : java.util.Arrays.copyOf(answer.body(), Math.min(answer.body().length, 65536));
        return this;
    }

    ApiException at(String method, URI url, int attempts) {
        this.method = method;
        this.url = Redaction.of(url);
        this.attempts = attempts;
        return this;
    }

    ApiException graphQl(int status, List<GraphQlError> errors, Object data) {
        ApiException made = new ApiException(ErrorCode.GRAPHQL, errors.get(0).message(), this);
        made.status = status;
        made.attempts = attempts;
        made.method = method;
        made.url = url;
        made.headers = headers;
        made.body = body;
        made.problem = problem;
        made.graphQlErrors = errors;
        made.data = data;
        return made;
    }

    /** What went wrong, in one word. */
    public ErrorCode code() {
        return code;
    }

    /** Tells whether it is this. */
    public boolean is(ErrorCode code) {
        return this.code == code;
    }

    /** Tells whether the answer names this precondition. */
    public boolean is(DavName condition) {
        return conditions.contains(condition);
    }

    /** Tells whether the answer is a problem of this type: one of the constants in {@code ProblemTypes}. */
    public boolean is(String problemType) {
        return problem != null && problem.type().equals(problemType);
    }

    /** The status of the answer, or 0. */
    public int status() {
        return status;
    }

    /** What the answer says of itself, or null when it is no problem of RFC 9457. */
    public ProblemDetails problem() {
        return problem;
    }

    /** The elements of a DAV:error. */
    public List<DavName> conditions() {
        return conditions == null ? List.of() : conditions;
    }

    /** The errors of an answer of GraphQL. */
    public List<GraphQlError> graphQlErrors() {
        return graphQlErrors == null ? List.of() : graphQlErrors;
    }

    /** What GraphQL could answer all the same: typed, as JSON when it is not of the type, or null. */
    public Object data() {
        return data;
    }

    public HttpHeaders headers() {
        return headers;
    }

    /** The first 64 KiB of the answer. */
    public byte[] body() {
        return body == null ? new byte[0] : body.clone();
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return Json.read(body());
        } catch (Mismatch e) {
            throw new ApiException(ErrorCode.DECODE, e.getMessage(), this);
        }
    }

    /** X-Request-Id of the answer, or empty. */
    public String requestId() {
        return headers == null ? "" : headers.firstValue("X-Request-Id").orElse("").strip();
    }

    /** How many requests were sent for it. */
    public int attempts() {
        return attempts;
    }

    public String method() {
        return method;
    }

    /** Without user information and without secrets in its query. */
    public String url() {
        return url;
    }

    /** More about it: {@code missing}, {@code timestamp} or {@code mismatch} of a webhook, a sentence otherwise. */
    public String reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder();
        if (!method.isEmpty()) {
            text.append(method).append(' ').append(url).append(": ");
        }
        if (status != 0) {
            text.append(status).append(' ');
        }
        text.append(code.text().replace('_', ' '));
        String detail = detail();
        return detail.isEmpty() ? text.toString() : text.append(": ").append(detail).toString();
    }

    private String detail() {
        if (!reason.isEmpty()) {
            return reason;
        }
        if (problem != null) {
            return problem.detail().isEmpty() ? problem.title() : problem.detail();
        }
        return conditions().isEmpty() ? "" : conditions().get(0).toString();
    }

    /** Tells whether the same request may fare better a little later. */
    boolean mayPass() {
        return code == ErrorCode.CONNECTION || code == ErrorCode.of(status) && Retry.isWorth(status);
    }
}
