package egov.kiosk.fieldwork.desk;

/**
 * Something that was handed in.
 *
 * @param kind what it was
 * @param number its provisional number
 * @param at when
 * @param state {@code KEPT} (not in the queue yet, tried again by itself), {@code WAITING} (in the
 *     queue), {@code PARTLY} (the platform has it, pictures are on their way), {@code ARRIVED}, or
 *     {@code REFUSED}
 * @param pieces how many pictures go with it
 * @param piecesArrived how many of them arrived
 * @param officialNumber the platform's number, or empty
 * @param reason why it was refused, a code, or empty
 */
public record Sent(
    String id,
    String kind,
    String title,
    String number,
    String at,
    String state,
    int pieces,
    int piecesArrived,
    String officialNumber,
    String reason) {}
