package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Why a request was refused (RFC 9457).
 *
 * @param type The kind of problem, one of `x-problem-types`.
 * @param title The kind of problem for people.
 * @param status The status of the answer.
 * @param detail What is wrong with this request.
 * @param condition The precondition that does not hold, as `{namespace}name`.
 * @param errors Where the input is wrong.
 * @param extra Members that are not known here.
 */
public record Problem(
    String type,
    String title,
    long status,
    String detail,
    Opt<String> condition,
    Opt<List<ProblemError>> errors,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Problem> CODEC = Codec.of(Problem::fromJson, "type", "title", "status", "detail");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Problem fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Problem(
            in.required("type", Codecs.TEXT),
            in.required("title", Codecs.TEXT),
            in.required("status", Codecs.INTEGER),
            in.required("detail", Codecs.TEXT),
            in.optional("condition", Codecs.TEXT),
            in.optional("errors", Codecs.list(ProblemError.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("type", this.type, Codecs.TEXT)
            .required("title", this.title, Codecs.TEXT)
            .required("status", this.status, Codecs.INTEGER)
            .required("detail", this.detail, Codecs.TEXT)
            .optional("condition", this.condition, Codecs.TEXT)
            .optional("errors", this.errors, Codecs.list(ProblemError.CODEC))
            .extra(this.extra, Codecs.ANY)
            .done();
    }

    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.type = this.type;
        made.title = this.title;
        made.status = this.status;
        made.detail = this.detail;
        made.condition = this.condition;
        made.errors = this.errors;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String type;
        private String title;
        private Long status;
        private String detail;
        private Opt<String> condition = Opt.absent();
        private Opt<List<ProblemError>> errors = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder type(String type) {
            this.type = type;
            return this;
        }

        public Builder title(String title) {
            this.title = title;
            return this;
        }

        public Builder status(long status) {
            this.status = status;
            return this;
        }

        public Builder detail(String detail) {
            this.detail = detail;
            return this;
        }

        public Builder condition(String condition) {
            this.condition = Opt.of(condition);
            return this;
        }

        public Builder condition(Opt<String> condition) {
            this.condition = condition;
            return this;
        }

        public Builder errors(List<ProblemError> errors) {
            this.errors = Opt.of(errors);
            return this;
        }

        public Builder errors(Opt<List<ProblemError>> errors) {
            this.errors = errors;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Problem build() {
            return new Problem(
                Objects.requireNonNull(this.type, "type"),
                Objects.requireNonNull(this.title, "title"),
                Objects.requireNonNull(this.status, "status"),
                Objects.requireNonNull(this.detail, "detail"),
                this.condition,
                this.errors,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
