/** What only the launcher can do, for the bundles it starts; offered as services. */
@Version("1.0.0")
package egov.kiosk.launcher.port;

import org.osgi.annotation.versioning.Version;
