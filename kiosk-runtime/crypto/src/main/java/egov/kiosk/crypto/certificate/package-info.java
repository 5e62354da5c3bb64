/**
 * Certificates by the profile of GB/T 20518: reading, checking a chain, issuing for a laboratory.
 */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.certificate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
