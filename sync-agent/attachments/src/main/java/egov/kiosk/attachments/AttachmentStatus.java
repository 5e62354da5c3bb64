package egov.kiosk.attachments;

/**
 * How the room stands.
 *
 * @param sending attachments with chunks to send or on their way
 * @param lost attachments whose manifest is not in the queue any more
 * @param usedBytes what all attachments take on the disk
 * @param quotaBytes what they may take
 * @param unreadable whether a chunk could not be read since the start
 */
public record AttachmentStatus(
    int sending, int lost, long usedBytes, long quotaBytes, boolean unreadable) {}
