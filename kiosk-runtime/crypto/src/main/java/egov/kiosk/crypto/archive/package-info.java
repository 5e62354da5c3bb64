/** What is kept so that yesterday's signatures stay checkable: certificates, revocation lists. */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.archive;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
