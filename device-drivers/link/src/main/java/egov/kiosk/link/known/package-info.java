/** Which devices were accepted at this kiosk, in a small file. */
package egov.kiosk.link.known;
