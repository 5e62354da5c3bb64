/** The OSGi side of this room: whether this machine is enrolled. */
package egov.kiosk.enrolment.component;
