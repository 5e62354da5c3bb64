/** All ways to secure lines that a program without OSGi has. */
@Export
@Version("1.0.0")
package egov.kiosk.tls.builtin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
