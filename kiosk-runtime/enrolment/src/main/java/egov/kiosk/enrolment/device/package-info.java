/** The machine's side: making keys, asking, putting everything in its place whole or not at all. */
package egov.kiosk.enrolment.device;
