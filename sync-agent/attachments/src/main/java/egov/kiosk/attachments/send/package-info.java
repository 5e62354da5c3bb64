/** Sends chunks when and as fast as the line may be used. */
package egov.kiosk.attachments.send;
