/**
 * Bytes in, bytes out. A {@link egov.kiosk.link.Link} is the seam between a driver and its device:
 * serial line, TCP connection, or a recording of either. {@link egov.kiosk.link.DeviceThread} is
 * the one thread that speaks over it.
 */
@Export
@Version("1.0.0")
package egov.kiosk.link;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
