/** What components are configured with. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
