package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
 * collection of somebody else that appears among one's own is shared, and one that goes is unshared.
 */
public record ChangeType(String value) implements Model {
    static final Codec<ChangeType> CODEC = Codec.of(ChangeType::fromJson);

    public static final ChangeType CALENDAR_CREATED = new ChangeType("calendar.created");

    public static final ChangeType CALENDAR_UPDATED = new ChangeType("calendar.updated");

    public static final ChangeType CALENDAR_DELETED = new ChangeType("calendar.deleted");

    public static final ChangeType CALENDAR_SHARED = new ChangeType("calendar.shared");

    public static final ChangeType CALENDAR_UNSHARED = new ChangeType("calendar.unshared");

    public static final ChangeType EVENT_CREATED = new ChangeType("event.created");

    public static final ChangeType EVENT_UPDATED = new ChangeType("event.updated");

    public static final ChangeType EVENT_DELETED = new ChangeType("event.deleted");

    public static final ChangeType ADDRESS_BOOK_CREATED = new ChangeType("addressBook.created");

    public static final ChangeType ADDRESS_BOOK_UPDATED = new ChangeType("addressBook.updated");

    public static final ChangeType ADDRESS_BOOK_DELETED = new ChangeType("addressBook.deleted");

    public static final ChangeType ADDRESS_BOOK_SHARED = new ChangeType("addressBook.shared");

    public static final ChangeType ADDRESS_BOOK_UNSHARED = new ChangeType("addressBook.unshared");

    public static final ChangeType CONTACT_CREATED = new ChangeType("contact.created");

    public static final ChangeType CONTACT_UPDATED = new ChangeType("contact.updated");

    public static final ChangeType CONTACT_DELETED = new ChangeType("contact.deleted");

    public static final ChangeType FOLDER_CREATED = new ChangeType("folder.created");

    public static final ChangeType FOLDER_UPDATED = new ChangeType("folder.updated");

    public static final ChangeType FOLDER_DELETED = new ChangeType("folder.deleted");

    public static final ChangeType FOLDER_SHARED = new ChangeType("folder.shared");

    public static final ChangeType FOLDER_UNSHARED = new ChangeType("folder.unshared");

    public static final ChangeType FILE_CREATED = new ChangeType("file.created");

    public static final ChangeType FILE_UPDATED = new ChangeType("file.updated");

    public static final ChangeType FILE_DELETED = new ChangeType("file.deleted");

    public static final ChangeType COLLECTION_CREATED = new ChangeType("collection.created");

    public static final ChangeType COLLECTION_UPDATED = new ChangeType("collection.updated");

    public static final ChangeType COLLECTION_DELETED = new ChangeType("collection.deleted");

    public static final ChangeType COLLECTION_SHARED = new ChangeType("collection.shared");

    public static final ChangeType COLLECTION_UNSHARED = new ChangeType("collection.unshared");

    public static final ChangeType OBJECT_CREATED = new ChangeType("object.created");

    public static final ChangeType OBJECT_UPDATED = new ChangeType("object.updated");

    public static final ChangeType OBJECT_DELETED = new ChangeType("object.deleted");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChangeType fromJson(JsonNode json) {
        return new ChangeType(Codecs.TEXT.read(json));
    }

    @Override
    public JsonNode toJson() {
        return Codecs.TEXT.write(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
