/** What machine and platform say to each other to enrol: decision 0014. */
@Export
@Version("1.0.0")
package egov.kiosk.enrolment.message;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
