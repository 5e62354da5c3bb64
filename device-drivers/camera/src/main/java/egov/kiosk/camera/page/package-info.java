/**
 * Finds a document in a picture, cuts it out, sets it straight and judges whether it is readable.
 */
package egov.kiosk.camera.page;
