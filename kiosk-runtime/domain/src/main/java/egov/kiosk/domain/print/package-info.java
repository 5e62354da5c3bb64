/**
 * Printing that can be accounted for: pages on an office printer, and the ledger that knows of
 * every copy whether it came out, did not, or must be looked for by a person.
 */
@Export
@Version("1.0.0")
package egov.kiosk.domain.print;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
