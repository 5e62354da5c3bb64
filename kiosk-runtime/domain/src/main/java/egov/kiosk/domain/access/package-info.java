/** Sign-in of the people who work at a kiosk: staff, grid workers, technicians, administrators. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
