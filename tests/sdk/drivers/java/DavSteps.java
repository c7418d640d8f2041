package driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.a3dav.client.Dav;
import org.a3dav.client.DavElement;
import org.a3dav.client.DavName;
import org.a3dav.client.DavObject;
import org.a3dav.client.DavResponse;
import org.a3dav.client.Discovery;
import org.a3dav.client.Precondition;
import org.a3dav.client.SyncEntry;
import org.a3dav.client.Upload;

/** The steps that speak DAV. */
final class DavSteps {
    private final Dav dav;

    DavSteps(Dav dav) {
        this.dav = dav;
    }

    /** What came of a sync before an error stays in the list that `items` was given. */
    JsonNode run(String name, JsonNode with, Consumer<ArrayNode> items) {
        String path = with.path("path").asText();
        ArrayNode found = Driver.NODES.arrayNode();
        switch (name) {
            case "discover":
                return discovered(dav.discover());
            case "propfind":
                dav.propfind(path, names(with.path("properties")), with.path("depth").asInt(0))
                    .forEach(one -> found.add(response(one)));
                return found;
            case "proppatch":
                return found.add(response(dav.proppatch(path, elements(with.path("set")), names(with.path("remove")))));
            case "mkcalendar":
                dav.mkcalendar(path, elements(with.path("properties")));
                return Driver.NODES.nullNode();
            case "get":
                DavObject held = dav.get(path);
                return Driver.NODES.objectNode().put("text", held.data()).put("etag", orNull(held.etag()));
            case "put":
                String media = with.path("content_type").asText("text/calendar; charset=utf-8");
                return etag(dav.put(path, Upload.of(with.get("body").asText()), media, condition(with)));
            case "delete":
                dav.delete(path, condition(with));
                return Driver.NODES.nullNode();
            case "multiget":
                dav.multiget(Dav.Service.CALENDARS, path, texts(with.get("hrefs"))).forEach(one -> found.add(object(one)));
                return found;
            case "sync":
                items.accept(found);
                dav.sync(path, with.path("token").asText()).forEach(one -> found.add(entry(one)));
                return found;
            case "update_with":
                List<String> pair = texts(with.get("replace"));
                return etag(dav.updateWith(path, text -> text.replace(pair.get(0), pair.get(1))));
            default:
                String text = dav.freeBusy(path, moment(with.get("start")), moment(with.get("end")));
                return Driver.NODES.objectNode().put("text", text);
        }
    }

    private static JsonNode discovered(Discovery home) {
        ObjectNode made = Driver.NODES.objectNode().put("principal", home.principal());
        home.calendarHomes().forEach(made.putArray("calendar_homes")::add);
        home.addressBookHomes().forEach(made.putArray("address_book_homes")::add);
        return made;
    }

    private static JsonNode response(DavResponse one) {
        ObjectNode made = Driver.NODES.objectNode().put("href", one.href());
        made.put("status", one.status() == 0 ? null : one.status());
        ObjectNode properties = made.putObject("properties");
        one.properties().forEach(each -> properties.putObject(each.name().toString())
            .put("status", each.status()).put("text", orNull(each.element().text())));
        return made;
    }

    private static JsonNode object(DavObject one) {
        return Driver.NODES.objectNode().put("href", one.href()).put("status", one.status())
            .put("etag", orNull(one.etag())).put("data", orNull(one.data()));
    }

    private static JsonNode entry(SyncEntry one) {
        ObjectNode made = Driver.NODES.objectNode();
        if (one instanceof SyncEntry.Changed changed) {
            return made.put("changed", changed.href()).put("etag", orNull(changed.etag()));
        }
        if (one instanceof SyncEntry.Removed removed) {
            return made.put("removed", removed.href());
        }
        return one instanceof SyncEntry.Token last ? made.put("token", last.token()) : made.put("reset", true);
    }

    private static JsonNode etag(String etag) {
        return Driver.NODES.objectNode().put("etag", orNull(etag));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Precondition condition(JsonNode with) {
        if (with.path("create").asBoolean()) {
            return Precondition.create();
        }
        return with.hasNonNull("if_match") ? Precondition.ifMatch(with.get("if_match").asText()) : Precondition.anyway();
    }

    private static List<String> texts(JsonNode list) {
        List<String> found = new ArrayList<>();
        list.forEach(one -> found.add(one.asText()));
        return found;
    }

    private static DavName name(String text) {
        int end = text.lastIndexOf('}');
        return new DavName(text.substring(1, end), text.substring(end + 1));
    }

    private static List<DavName> names(JsonNode list) {
        return texts(list).stream().map(DavSteps::name).toList();
    }

    private static List<DavElement> elements(JsonNode members) {
        List<DavElement> found = new ArrayList<>();
        members.fields().forEachRemaining(one -> found.add(DavElement.of(name(one.getKey()), one.getValue().asText())));
        return found;
    }

    private static Instant moment(JsonNode text) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC)
            .parse(text.asText(), Instant::from);
    }
}
