/** Sealed messages to the platform and the receipts that come back. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.envelope;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
