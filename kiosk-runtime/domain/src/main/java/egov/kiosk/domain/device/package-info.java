/**
 * Devices as the rest of the house sees them: states, faults, and one small port a device class.
 */
@Export
@Version("1.0.0")
package egov.kiosk.domain.device;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
