/**
 * The platform's side of enrolment: a development authority, one-time codes, and the desk that
 * machines ask. A program of its own beside the workers, run as often as wanted over one store.
 */
package egov.kiosk.gateway.enrolment;
