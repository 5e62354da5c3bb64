/** Judging compressed pictures by our own few lines, before a decoder sees them. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.picture;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
