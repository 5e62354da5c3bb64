/** Handwriting in: one character at a time, read by Zinnia. */
package egov.kiosk.assist.writing;
