package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that comes in pages, each of which is asked for when it is needed.
 *
 * @param <T> the type of the items
 */
public final class Paged<T> implements Iterable<T> {
    private final Core core;
    private final Request request;
    private final PageRule rule;
    private final Codec<T> item;
    private final CallOption[] options;

    Paged(Core core, Request request, PageRule rule, Codec<T> item, CallOption... options) {
        this.core = core;
        this.request = request;
        this.rule = rule;
        this.item = item;
        this.options = options;
    }

    /** The pages one by one. */
    public Iterable<Page<T>> pages() {
        return Pages::new;
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<Page<T>> pages = new Pages();
        return new Advancing<>() {
            private Iterator<T> items = Collections.emptyIterator();

            @Override
            T advance() {
                while (!items.hasNext() && pages.hasNext()) {
                    items = pages.next().items().iterator();
                }
                return items.hasNext() ? items.next() : null;
            }
        };
    }

    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** All items, from all pages. */
    public List<T> toList() {
        List<T> found = new ArrayList<>();
        forEach(found::add);
        return found;
    }

    private final class Pages extends Advancing<Page<T>> {
        private final Set<String> seen = new HashSet<>();
        private Request next = request.copy();

        @Override
        Page<T> advance() {
            if (next == null) {
                return null;
            }
            Answer found = core.send(next, options);
            Page<T> page = Calls.read(next, found, pageOf());
            if (!page.next().isEmpty() && !seen.add(page.next())) {
                throw ApiException.decode("the next page is one that was read already", found, next);
            }
            next = page.next().isEmpty() ? null : request.copy();
            if (next != null) {
                next.setQuery(rule.cursor(), page.next());
            }
            return page;
        }

        private Codec<Page<T>> pageOf() {
            return new Codec<>() {
                @Override
                public Page<T> read(JsonNode json) {
                    MemberReader in = new MemberReader(json);
                    List<T> items = in.optional(rule.items(), Codecs.list(item)).orElse(List.of());
                    String cursor = in.optional(rule.next(), Codecs.TEXT).orElse("");
                    Map<String, JsonNode> extra = in.extra(Codecs.ANY);
                    return new Page<>(items, cursor, extra);
                }

                @Override
                public JsonNode write(Page<T> value) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
