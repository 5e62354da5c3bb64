/** The pictures of a network camera: JPEG after JPEG in one endless HTTP answer. */
package egov.kiosk.camera.http;
