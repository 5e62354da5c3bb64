/** What people need who cannot read the screen or type: speech out, handwriting in. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.assist;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
