/** The log's directory: segments, the newest end, what may be destroyed, the last anchor. */
package egov.kiosk.audit.store;
