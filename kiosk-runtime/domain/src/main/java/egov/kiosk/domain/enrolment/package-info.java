/** How a machine becomes a kiosk: one-time codes, names, refusals. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.enrolment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
