/**
 * Faces in pictures, on OpenCV: find them, straighten them, turn them into vectors. Pictures are
 * {@code Mat} of type CV_8UC3 in the order blue, green, red.
 */
@Export
@Version("1.0.0")
package egov.kiosk.identity.vision;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
