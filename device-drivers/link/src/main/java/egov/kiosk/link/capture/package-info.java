/** Captures: what went over a device's line, with time, without what it said about citizens. */
@Export
@Version("1.0.0")
package egov.kiosk.link.capture;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
