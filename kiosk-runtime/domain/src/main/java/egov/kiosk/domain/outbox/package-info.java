/** The durable queue between acceptance and the platform's receipt. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.outbox;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
