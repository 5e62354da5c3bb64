/** The ports of the domain that need cryptography, and the platform's side of them. */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.envelope;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
