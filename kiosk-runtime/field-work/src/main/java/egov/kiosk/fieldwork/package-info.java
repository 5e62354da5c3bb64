/** A grid worker's day: what is asked, what is being written, what was handed in. */
package egov.kiosk.fieldwork;
