/** Turns the strokes of a signature into JSON and a picture. Knows no session. */
package egov.kiosk.flow.ink;
