/**
 * What all devices that keep keys have in common: one thread, a time limit, a PIN that is presented
 * with care, being away and coming back.
 */
package egov.kiosk.custody.token;
