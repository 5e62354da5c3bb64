/** A pack proves, on this machine, that its models answer as their maker says. */
@Export
@Version("1.0.0")
package egov.kiosk.identity.selftest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
