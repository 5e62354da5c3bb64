package egov.kiosk.documents.verify;

/**
 * One entry of a container, as its two headers agree on it.
 *
 * @param name as written, ASCII
 * @param stored whether its bytes lie there as they are, else deflated
 * @param crc CRC-32 of its bytes
 * @param packed how many bytes lie in the container
 * @param size how many bytes they become
 * @param offset where its local header lies
 * @param content where its bytes lie
 */
record ZipEntryView(
    String name, boolean stored, int crc, int packed, int size, int offset, int content) {}
