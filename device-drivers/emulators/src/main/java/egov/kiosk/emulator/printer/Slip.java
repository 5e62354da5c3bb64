package egov.kiosk.emulator.printer;

import java.awt.image.BufferedImage;

/**
 * One piece of paper that has been cut off.
 *
 * @param picture what a person sees, 576 dots wide
 * @param text the same as plain text; symbols and pictures as one line in brackets
 */
record Slip(BufferedImage picture, String text) {}
