/**
 * Faces in pictures, on OpenCV: find them, straighten them, turn them into vectors. Pictures are
 * {@code Mat} of type CV_8UC3 in the order blue, green, red.
 */
package egov.kiosk.identity.vision;
