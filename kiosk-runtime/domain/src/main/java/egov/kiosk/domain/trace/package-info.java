/** A transaction's way through the rooms, piece by piece (调用链, decision 0033). */
@Export
@Version("1.0.0")
package egov.kiosk.domain.trace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
