package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody was offered of a calendar or an address book.
 *
 * @param collection Identifies an object for as long as it exists.
 * @param account A person, a group, a room or a resource.
 * @param access What a share gives: when somebody is busy, everything to read, or everything to read and to change.
 * @param summary What the invitation calls it.
 * @param answers What everybody who was invited made of it.
 * @param extra Members that are not known here.
 */
public record Share(
    String collection,
    Principal account,
    ShareAccess access,
    String summary,
    List<ShareAnswer> answers,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Share> CODEC = Codec.of(Share::fromJson, "collection", "account", "access", "summary", "answers");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Share fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Share(
            in.required("collection", Codecs.TEXT),
            in.required("account", Principal.CODEC),
            in.required("access", ShareAccess.CODEC),
            in.required("summary", Codecs.TEXT),
            in.required("answers", Codecs.list(ShareAnswer.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("collection", this.collection, Codecs.TEXT)
            .required("account", this.account, Principal.CODEC)
            .required("access", this.access, ShareAccess.CODEC)
            .required("summary", this.summary, Codecs.TEXT)
            .required("answers", this.answers, Codecs.list(ShareAnswer.CODEC))
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
        made.collection = this.collection;
        made.account = this.account;
        made.access = this.access;
        made.summary = this.summary;
        made.answers = this.answers;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String collection;
        private Principal account;
        private ShareAccess access;
        private String summary;
        private List<ShareAnswer> answers;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder collection(String collection) {
            this.collection = collection;
            return this;
        }

        public Builder account(Principal account) {
            this.account = account;
            return this;
        }

        public Builder access(ShareAccess access) {
            this.access = access;
            return this;
        }

        public Builder summary(String summary) {
            this.summary = summary;
            return this;
        }

        public Builder answers(List<ShareAnswer> answers) {
            this.answers = answers;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Share build() {
            return new Share(
                Objects.requireNonNull(this.collection, "collection"),
                Objects.requireNonNull(this.account, "account"),
                Objects.requireNonNull(this.access, "access"),
                Objects.requireNonNull(this.summary, "summary"),
                Objects.requireNonNull(this.answers, "answers"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
