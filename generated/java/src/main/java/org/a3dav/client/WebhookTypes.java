package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of webhooks. */
public final class WebhookTypes {
    /** Something changed */
    public static final String ADDRESS_BOOK_CREATED = "addressBook.created";

    /** Something changed */
    public static final String ADDRESS_BOOK_DELETED = "addressBook.deleted";

    /** Something changed */
    public static final String ADDRESS_BOOK_SHARED = "addressBook.shared";

    /** Something changed */
    public static final String ADDRESS_BOOK_UNSHARED = "addressBook.unshared";

    /** Something changed */
    public static final String ADDRESS_BOOK_UPDATED = "addressBook.updated";

    /** Something changed */
    public static final String CALENDAR_CREATED = "calendar.created";

    /** Something changed */
    public static final String CALENDAR_DELETED = "calendar.deleted";

    /** Something changed */
    public static final String CALENDAR_SHARED = "calendar.shared";

    /** Something changed */
    public static final String CALENDAR_UNSHARED = "calendar.unshared";

    /** Something changed */
    public static final String CALENDAR_UPDATED = "calendar.updated";

    /** Something changed */
    public static final String COLLECTION_CREATED = "collection.created";

    /** Something changed */
    public static final String COLLECTION_DELETED = "collection.deleted";

    /** Something changed */
    public static final String COLLECTION_SHARED = "collection.shared";

    /** Something changed */
    public static final String COLLECTION_UNSHARED = "collection.unshared";

    /** Something changed */
    public static final String COLLECTION_UPDATED = "collection.updated";

    /** Something changed */
    public static final String CONTACT_CREATED = "contact.created";

    /** Something changed */
    public static final String CONTACT_DELETED = "contact.deleted";

    /** Something changed */
    public static final String CONTACT_UPDATED = "contact.updated";

    /** Something changed */
    public static final String EVENT_CREATED = "event.created";

    /** Something changed */
    public static final String EVENT_DELETED = "event.deleted";

    /** Something changed */
    public static final String EVENT_UPDATED = "event.updated";

    /** Something changed */
    public static final String FILE_CREATED = "file.created";

    /** Something changed */
    public static final String FILE_DELETED = "file.deleted";

    /** Something changed */
    public static final String FILE_UPDATED = "file.updated";

    /** Something changed */
    public static final String FOLDER_CREATED = "folder.created";

    /** Something changed */
    public static final String FOLDER_DELETED = "folder.deleted";

    /** Something changed */
    public static final String FOLDER_SHARED = "folder.shared";

    /** Something changed */
    public static final String FOLDER_UNSHARED = "folder.unshared";

    /** Something changed */
    public static final String FOLDER_UPDATED = "folder.updated";

    /** Something changed */
    public static final String OBJECT_CREATED = "object.created";

    /** Something changed */
    public static final String OBJECT_DELETED = "object.deleted";

    /** Something changed */
    public static final String OBJECT_UPDATED = "object.updated";

    /** Somebody asked for a try */
    public static final String PING = "ping";

    private WebhookTypes() {}

    /** What a message of a type is read into, or null. */
    static Object payload(String type, JsonNode json) {
        if (type.equals(ADDRESS_BOOK_CREATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(ADDRESS_BOOK_DELETED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(ADDRESS_BOOK_SHARED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(ADDRESS_BOOK_UNSHARED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(ADDRESS_BOOK_UPDATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(CALENDAR_CREATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(CALENDAR_DELETED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(CALENDAR_SHARED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(CALENDAR_UNSHARED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(CALENDAR_UPDATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(COLLECTION_CREATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(COLLECTION_DELETED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(COLLECTION_SHARED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(COLLECTION_UNSHARED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(COLLECTION_UPDATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(CONTACT_CREATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(CONTACT_DELETED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(CONTACT_UPDATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(EVENT_CREATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(EVENT_DELETED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(EVENT_UPDATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(FILE_CREATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(FILE_DELETED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(FILE_UPDATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(FOLDER_CREATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(FOLDER_DELETED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(FOLDER_SHARED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(FOLDER_UNSHARED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(FOLDER_UPDATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(OBJECT_CREATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(OBJECT_DELETED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(OBJECT_UPDATED)) {
            return ChangeMessage.CODEC.read(json);
        }
        if (type.equals(PING)) {
            return PingMessage.CODEC.read(json);
        }
        return null;
    }
}
