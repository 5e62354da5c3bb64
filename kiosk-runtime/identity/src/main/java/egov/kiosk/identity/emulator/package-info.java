/**
 * Portraits of emulated cards: a compressed image in the photo block, gated before a decoder sees
 * it.
 */
package egov.kiosk.identity.emulator;
