package org.a3dav.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * WebDAV, CalDAV and CardDAV. A path is one below the URL of the client, or an href of an answer.
 *
 * <p>Iterables ask when they are walked, each time anew.
 */
public final class Dav extends Calls {
    /** Of the resource alone, of its members, and of all below it. */
    public static final int DEPTH_INFINITY = -1;

    private static final int BATCH = 50;
    private static final int TRIES = 5;

    Dav(Core core) {
        super(core);
    }

    /** The parts of DAV with a kind of collection of their own. */
    public enum Service {
        CALENDARS("calendar-multiget", "calendar-data", "text/calendar"),
        ADDRESS_BOOKS("addressbook-multiget", "address-data", "text/vcard");

        private final String report;
        private final String data;
        private final String media;

        Service(String report, String data, String media) {
            this.report = report;
            this.data = data;
            this.media = media;
        }

        private DavName name(String local) {
            return this == CALENDARS ? DavName.caldav(local) : DavName.carddav(local);
        }
    }

    // Requests

    /** Puts the prefix of the base before a path, unless it has it: hrefs of answers begin at the origin. */
    URI address(String href) {
        try {
            URI given = Hrefs.parsed(href);
            URI base = core.base();
            boolean isBelow = given.getHost() != null || (given.getRawPath() + "/").startsWith(base.getRawPath());
            URI target = isBelow
                ? Hrefs.resolved(base, href)
                : Hrefs.resolved(base, base.getRawPath() + href.replaceFirst("^/+", ""));
            if (target != null && Hrefs.isSameOrigin(target, base)) {
                return target;
            }
        } catch (URISyntaxException e) {
            throw ApiException.misused("\"" + href + "\" is no href: " + e.getMessage());
        }
        throw ApiException.misused("\"" + href + "\" is no href below the URL of the client");
    }

    private Request request(String method, String href) {
        return Request.to("dav." + method, method, address(href), Retry.of(method)).accept("*/*");
    }

    private Request request(String method, String href, DavElement root) {
        Request request = request(method, href);
        return root == null ? request : request.accept(MediaTypes.XML).content(XmlWriter.write(root), MediaTypes.XML);
    }

    Multistatus open(String method, String href, Integer depth, DavElement root, CallOption... options) {
        Request request = request(method, href, root);
        if (depth != null) {
            request.header("Depth", depth == DEPTH_INFINITY ? "infinity" : depth.toString());
        }
        return new Multistatus(request, core.send(request, options));
    }

    private static DavElement wanted(List<DavName> names) {
        return DavElement.of(DavName.dav("prop"), names.stream().map(name -> DavElement.of(name, "")).toList());
    }

    // Properties

    /** Asks a resource, and with depth 1 its members, for properties; for all that it gives unasked when none is named. */
    public Iterable<DavResponse> propfind(String path, List<DavName> properties, int depth, CallOption... options) {
        DavElement inner = properties.isEmpty() ? DavElement.of(DavName.dav("allprop"), "") : wanted(properties);
        return () -> open("PROPFIND", path, depth, DavElement.of(DavName.dav("propfind"), inner), options);
    }

    /** Asks a resource for properties. */
    public DavResponse propfind(String path, List<DavName> properties, CallOption... options) {
        return first(propfind(path, properties, 0, options).iterator());
    }

    /** Sets properties and removes others: all or nothing. The answer says of each how it went. */
    public DavResponse proppatch(String path, List<DavElement> set, List<DavName> remove, CallOption... options) {
        List<DavElement> changes = new ArrayList<>();
        if (!set.isEmpty()) {
            changes.add(DavElement.of(DavName.dav("set"), DavElement.of(DavName.dav("prop"), set)));
        }
        if (!remove.isEmpty()) {
            changes.add(DavElement.of(DavName.dav("remove"), wanted(remove)));
        }
        return first(open("PROPPATCH", path, null, DavElement.of(DavName.dav("propertyupdate"), changes), options));
    }

    private static DavResponse first(Iterator<DavResponse> responses) {
        if (!responses.hasNext()) {
            throw new ApiException(ErrorCode.DECODE, "the multistatus is empty");
        }
        return responses.next();
    }

    /** Sends a report of your own, whose answer is a multistatus. */
    public Iterable<DavResponse> report(String path, DavElement report, int depth, CallOption... options) {
        return () -> open("REPORT", path, depth, report, options);
    }

    // Collections

    /** Makes a calendar with these properties. */
    public void mkcalendar(String path, List<DavElement> properties, CallOption... options) {
        make("MKCALENDAR", path, DavName.caldav("mkcalendar"), properties, options);
    }

    /** Makes a collection with these properties (RFC 5689): DAV:resourcetype says of which kind. Without any it is a folder. */
    public void mkcol(String path, List<DavElement> properties, CallOption... options) {
        make("MKCOL", path, DavName.dav("mkcol"), properties, options);
    }

    private void make(String method, String path, DavName root, List<DavElement> properties, CallOption... options) {
        DavElement body = properties.isEmpty() ? null : DavElement.of(
            root, DavElement.of(DavName.dav("set"), DavElement.of(DavName.dav("prop"), properties)));
        perform(request(method, path, body), options);
    }

    /** Gives a resource another path; with overwrite it takes the place of what is there. */
    public void move(String path, String destination, boolean overwrite, CallOption... options) {
        send("MOVE", path, destination, overwrite, options);
    }

    /** Makes a resource like this one at another path. */
    public void copy(String path, String destination, boolean overwrite, CallOption... options) {
        send("COPY", path, destination, overwrite, options);
    }

    private void send(String method, String path, String destination, boolean overwrite, CallOption... options) {
        Request request = request(method, path).header("Destination", address(destination).toString());
        perform(request.header("Overwrite", overwrite ? "T" : "F"), options);
    }

    // Resources

    /** Reads a resource that is text. */
    public DavObject get(String path, CallOption... options) {
        Request request = request("GET", path);
        Answer found = core.send(request, options);
        return new DavObject(
            address(path).getRawPath(), found.status(), found.header("ETag"), found.header("Content-Type"), utf8(request, found));
    }

    /** Reads a resource as it comes. */
    public Download open(String path, CallOption... options) {
        return download(request("GET", path), options);
    }

    /** Writes a resource and gives its ETag, or an empty one when the server does not keep the bytes as they are. */
    public String put(String path, Upload content, String contentType, Precondition precondition, CallOption... options) {
        Request request = request("PUT", path).upload(content, contentType);
        return core.send(precondition.on(request), options).header("ETag");
    }

    /** Removes a resource with all that is in it. */
    public void delete(String path, Precondition precondition, CallOption... options) {
        perform(precondition.on(request("DELETE", path)), options);
    }

    /**
     * Reads a resource, has its text changed, and writes it if it is still what was read; if it is not, it begins anew.
     *
     * @param change may be called several times; it gives the whole new text, or null to leave it as it is
     * @return the ETag
     */
    public String updateWith(String path, UnaryOperator<String> change, CallOption... options) {
        for (int attempt = 1; ; attempt++) {
            DavObject found = get(path, options);
            if (found.etag().isEmpty()) {
                throw new ApiException(ErrorCode.DECODE, "the server gives no ETag, so nothing can be changed safely")
                    .at("GET", address(path), 1);
            }
            String content = change.apply(found.data());
            if (content == null) {
                return found.etag();
            }
            try {
                return put(path, Upload.of(content), found.contentType(), Precondition.ifMatch(found.etag()), options);
            } catch (ApiException e) {
                if (e.code() != ErrorCode.PRECONDITION_FAILED || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    // What spans several requests

    /** Finds the principal that the credentials stand for, and its homes (RFC 6764 §6). */
    public Discovery discover(CallOption... options) {
        DavName principals = DavName.dav("current-user-principal");
        Map<DavName, List<String>> found;
        try {
            found = hrefs("/.well-known/caldav", List.of(principals), options);
        } catch (ApiException e) {
            if (e.code() != ErrorCode.NOT_FOUND && e.code() != ErrorCode.METHOD_NOT_ALLOWED) {
                throw e;
            }
            found = hrefs("/", List.of(principals), options);
        }
        if (found.get(principals).isEmpty()) {
            throw new ApiException(ErrorCode.DECODE, "the server names no principal for these credentials");
        }
        String principal = found.get(principals).get(0);
        DavName calendars = DavName.caldav("calendar-home-set");
        DavName books = DavName.carddav("addressbook-home-set");
        Map<DavName, List<String>> homes = hrefs(principal, List.of(calendars, books), options);
        return new Discovery(principal, homes.get(calendars), homes.get(books));
    }

    /** The hrefs in properties of a resource. */
    private Map<DavName, List<String>> hrefs(String path, List<DavName> properties, CallOption... options) {
        Multistatus read = open("PROPFIND", path, 0, DavElement.of(DavName.dav("propfind"), wanted(properties)), options);
        Map<DavName, List<String>> found = new LinkedHashMap<>();
        properties.forEach(name -> found.put(name, new ArrayList<>()));
        while (read.hasNext()) {
            DavResponse response = read.next();
            for (DavName name : properties) {
                response.property(name).map(DavElement::children).orElse(List.of()).stream()
                    .filter(child -> child.name().equals(DavName.dav("href")))
                    .map(child -> Hrefs.path(read.from(), child.text()))
                    .filter(path_ -> path_ != null)
                    .forEach(found.get(name)::add);
            }
        }
        return found;
    }

    /** Reads members of a calendar or address book, 50 with each request, in their order. One that is gone has status 404. */
    public Iterable<DavObject> multiget(Service service, String collection, List<String> hrefs, CallOption... options) {
        return () -> new Advancing<>() {
            private int place;
            private Map<String, DavResponse> found = Map.of();

            @Override
            DavObject advance() {
                if (place == hrefs.size()) {
                    return null;
                }
                if (place % BATCH == 0) {
                    found = batch(service, collection, hrefs.subList(place, Math.min(place + BATCH, hrefs.size())), options);
                }
                String href = hrefs.get(place);
                place++;
                return object(service, href, found.get(Hrefs.key(href)));
            }
        };
    }

    private Map<String, DavResponse> batch(Service service, String collection, List<String> hrefs, CallOption... options) {
        List<DavElement> children = new ArrayList<>();
        children.add(wanted(List.of(DavName.dav("getetag"), service.name(service.data))));
        hrefs.forEach(href -> children.add(DavElement.of(DavName.dav("href"), href)));
        Map<String, DavResponse> found = new LinkedHashMap<>();
        open("REPORT", collection, 0, DavElement.of(service.name(service.report), children), options)
            .forEachRemaining(one -> found.put(Hrefs.key(one.href()), one));
        return found;
    }

    private static DavObject object(Service service, String href, DavResponse response) {
        if (response == null) {
            return new DavObject(href, 404, "", service.media, "");
        }
        DavName data = service.name(service.data);
        Optional<DavElement> held = response.property(data);
        if (held.isPresent()) {
            String etag = response.text(DavName.dav("getetag")).strip();
            return new DavObject(response.href(), 200, etag, service.media, held.get().text());
        }
        int status = response.status() != 0 ? response.status() : response.statusOf(data);
        return new DavObject(response.href(), status == 0 ? 404 : status, "", service.media, "");
    }

    /** Tells what changed in a collection since the token, or all that is in it when the token is empty (RFC 6578). */
    public Iterable<SyncEntry> sync(String collection, String token, CallOption... options) {
        return () -> new SyncWalk(this, collection, token, wanted(List.of(DavName.dav("getetag"))), options);
    }

    /**
     * Asks when the owner of a calendar is busy (RFC 4791 §7.10).
     *
     * @return the calendar with VFREEBUSY that the server gives
     */
    public String freeBusy(String calendar, java.time.Instant start, java.time.Instant end, CallOption... options) {
        DavElement span = new DavElement(
            DavName.caldav("time-range"), Map.of(new DavName("", "start"), basic(start), new DavName("", "end"), basic(end)),
            List.of());
        Request request = request("REPORT", calendar, DavElement.of(DavName.caldav("free-busy-query"), span));
        return text(request.accept("text/calendar").header("Depth", "1"), options).text();
    }

    private static String basic(java.time.Instant moment) {
        return java.time.format.DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(java.time.ZoneOffset.UTC).format(moment);
    }
}
