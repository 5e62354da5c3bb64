package egov.kiosk.attachments.store;

/**
 * How large an attachment is on the disk.
 *
 * @param chunks how many
 * @param bytes of all together
 */
public record Extent(int chunks, long bytes) {}
