/** What the platform tells a kiosk to be, and what a kiosk tells the platform it is. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.fleet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
