/** Service items, form answers and the transaction a citizen hands in. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.transaction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
