/** What is done to a stand. */
package egov.kiosk.proving.fault;
