/** How long this kiosk keeps what, and who destroys it (留存与销毁). */
@Export
@Version("1.0.0")
package egov.kiosk.domain.retention;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
