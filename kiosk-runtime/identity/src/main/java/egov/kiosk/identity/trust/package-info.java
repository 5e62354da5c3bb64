/** Which face packs are believed: by digest, or by SM2 signature. */
@Export
@Version("1.0.0")
package egov.kiosk.identity.trust;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
