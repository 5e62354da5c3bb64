/** How a bare machine becomes an accepted kiosk (验收), and stays one. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.upkeep;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
