/**
 * The scanner of codes on telephones: {@link egov.kiosk.codescanner.SerialCodeScanner} behind the
 * house's {@code CodeScanner} port, and its check for the doctor.
 */
@Export
@Version("1.0.0")
package egov.kiosk.codescanner;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
