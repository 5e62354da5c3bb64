package egov.kiosk.catalogue;

/**
 * An entry and the name people know it by: its file's, or its place in a list.
 *
 * @param name the name
 * @param entry what it says
 */
record NamedEntry(String name, Entry entry) {}
