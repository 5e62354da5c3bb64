/**
 * A bad network between a kiosk and its broker: a TCP proxy that cuts, stalls, slows and lies as
 * real lines do. Works on bytes, so it knows no protocol and disturbs every one.
 */
package egov.kiosk.emulator.network;
