/**
 * What can go wrong in cryptography, as one closed family; the work itself is in the packages
 * below.
 */
@Export
@Version("1.0.0")
package egov.kiosk.crypto;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
