/** Documents a citizen takes home as a file (电子文件): making them, sealed, and verifying them. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
