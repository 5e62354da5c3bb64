/** Who stands in front of the kiosk, and how sure we are of it. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.citizen;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
