/** Captures played to the real driver: the same calls, the same bytes, the same outcome or not. */
@Export
@Version("1.0.0")
package egov.kiosk.link.replay;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
