/** The algorithms: SM2 (GB/T 32918), SM3 (GB/T 32905), SM4 (GB/T 32907), on bytes. */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.sm;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
