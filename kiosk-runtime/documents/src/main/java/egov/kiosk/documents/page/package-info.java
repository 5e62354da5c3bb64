/** Pages as marks at places, and the two templates that set them. Lengths are whole micrometres. */
package egov.kiosk.documents.page;
