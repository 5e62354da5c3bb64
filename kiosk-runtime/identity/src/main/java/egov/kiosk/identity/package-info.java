/** 人证核验 on the device: is the person before the camera the person on the card? */
@Export
@Version("1.0.0")
package egov.kiosk.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
