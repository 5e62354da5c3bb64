/** Signed and enveloped messages of GB/T 35275 (GM/T 0010), built and read strictly. */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.message;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
