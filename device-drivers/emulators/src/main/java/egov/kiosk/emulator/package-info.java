/**
 * The device ends of the kiosk's peripherals as operating-system processes, written from the
 * protocol texts and sharing nothing with the drivers, so that neither can hide a mistake of the
 * other. Development side: never part of what is installed on a kiosk.
 */
package egov.kiosk.emulator;
