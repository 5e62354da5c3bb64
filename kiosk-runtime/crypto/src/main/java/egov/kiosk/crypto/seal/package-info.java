/**
 * Electronic seals (电子印章) and what they leave on a document (电子签章), by GB/T 38540-2020; where the
 * document keeps them is the business of others.
 */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.seal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
