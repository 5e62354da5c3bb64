package egov.kiosk.emulator.reader;

/**
 * One field of the 256-byte text block.
 *
 * @param name its key in card files
 * @param offset its first byte
 * @param length its length in bytes, even: UTF-16 takes two bytes a unit
 */
record CardField(String name, int offset, int length) {}
