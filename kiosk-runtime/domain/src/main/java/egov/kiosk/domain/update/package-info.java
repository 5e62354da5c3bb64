/** Which version of the program runs, and which is to come. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.update;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
