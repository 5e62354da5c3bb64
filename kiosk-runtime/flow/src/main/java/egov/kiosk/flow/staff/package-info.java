/** Members of staff who may vouch for a citizen, known by badge and salted PIN hash. */
@Export
@Version("1.0.0")
package egov.kiosk.flow.staff;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
