/** The kiosk side as a process: the real queue, agent, uplink and sealing. */
package egov.kiosk.proving.node;
