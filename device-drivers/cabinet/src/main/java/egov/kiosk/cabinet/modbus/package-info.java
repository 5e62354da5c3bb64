/**
 * A Modbus RTU master: Modbus Application Protocol Specification V1.1b3, Modbus over Serial Line
 * Specification and Implementation Guide V1.02.
 */
package egov.kiosk.cabinet.modbus;
