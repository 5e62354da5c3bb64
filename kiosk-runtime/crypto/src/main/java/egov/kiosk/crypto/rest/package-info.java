/** Data keys for what is kept on the kiosk's disk: made, wrapped, replaced, destroyed here. */
@Export
@Version("1.0.0")
package egov.kiosk.crypto.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
