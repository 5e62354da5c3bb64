/** Where attachments are put together again. */
package egov.kiosk.gateway.attachment;
