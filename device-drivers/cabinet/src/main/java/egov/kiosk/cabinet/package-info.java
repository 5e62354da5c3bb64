/**
 * The cabinet around the devices: {@link egov.kiosk.cabinet.RelayCabinet} behind the house's {@code
 * Cabinet} and {@code PowerSwitch} ports, and its check for the doctor.
 */
@Export
@Version("1.0.0")
package egov.kiosk.cabinet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
