/** What the kiosk's command line calls: {@code kiosk enrol}. */
package egov.kiosk.enrolment.tool;
