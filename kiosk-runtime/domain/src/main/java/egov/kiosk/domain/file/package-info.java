/** Small files that are there whole or not at all, whenever the power goes. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
