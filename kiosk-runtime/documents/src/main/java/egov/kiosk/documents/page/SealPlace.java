package egov.kiosk.documents.page;

/**
 * Where the seal stands.
 *
 * @param page index of the page, from 0
 * @param x left edge, in micrometres
 * @param y upper edge
 * @param width of the picture
 * @param height of the picture
 */
public record SealPlace(int page, int x, int y, int width, int height) {}
