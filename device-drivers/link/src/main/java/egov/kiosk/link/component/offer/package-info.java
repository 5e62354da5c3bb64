/** For the OSGi skins of drivers: a driver that is a service while a configuration wants it. */
@Export
@Version("1.0.0")
package egov.kiosk.link.component.offer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
