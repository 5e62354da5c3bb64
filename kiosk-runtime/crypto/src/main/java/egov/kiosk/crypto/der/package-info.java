/** The gate before every ASN.1 parser: strict DER and nothing else. */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.der;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
