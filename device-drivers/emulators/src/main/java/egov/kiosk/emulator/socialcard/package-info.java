/**
 * Social security cards (社会保障卡) for the virtual PC/SC reader of Debian's vsmartcard-vpcd: each card
 * that is placed is a TCP connection to that reader, written from the protocol texts.
 */
package egov.kiosk.emulator.socialcard;
