/** Takes attachments in, keeps their chunks until the platform has them, and sends them. */
package egov.kiosk.attachments;
