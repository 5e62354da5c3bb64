/** The desk that a grid worker's screen talks to. */
@Export
@Version("1.0.0")
package egov.kiosk.fieldwork.desk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
