/**
 * A relay board that speaks Modbus RTU on a serial line: eight inputs, sixteen coils, eight
 * registers. Written from the Modbus Application Protocol Specification V1.1b3 and Modbus over
 * Serial Line V1.02.
 */
package egov.kiosk.emulator.cabinet;
