/** Who holds the signing key, and how. */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.custody;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
