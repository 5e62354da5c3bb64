/** Ratios of the devices: the wire, a bare write, and a second's patience. */
package egov.kiosk.bench.devices;
