/** PINs: which are taken, and what is kept of them. */
package egov.kiosk.access.pin;
