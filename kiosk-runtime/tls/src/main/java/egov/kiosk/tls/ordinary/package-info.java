/** TLS 1.3 with ordinary algorithms on the JDK's own implementation (JSSE). */
@Export
@Version("1.0.0")
package egov.kiosk.tls.ordinary;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
