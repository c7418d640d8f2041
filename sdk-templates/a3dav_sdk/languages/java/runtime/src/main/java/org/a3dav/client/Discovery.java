package org.a3dav.client;

import java.util.List;

/**
 * Where somebody's calendars and address books are.
 *
 * @param principal the path of the principal
 * @param calendarHomes paths of collections with calendars
 * @param addressBookHomes paths of collections with address books
 */
public record Discovery(String principal, List<String> calendarHomes, List<String> addressBookHomes) {}
