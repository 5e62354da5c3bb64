/** What a technician sees: one finding a check, saying what is wrong and who acts. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
