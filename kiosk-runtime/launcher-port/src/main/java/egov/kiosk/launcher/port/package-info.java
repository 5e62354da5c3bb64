/** What bundles may ask of whoever started them; our launcher offers it as services. */
@Export
@Version("1.3.0")
package egov.kiosk.launcher.port;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
