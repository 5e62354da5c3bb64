/**
 * The conformance kit: what every device of a class must do, checked the same way against an
 * emulator and against real hardware, with a report a vendor can be sent.
 */
@Export
@Version("1.0.0")
package egov.kiosk.conformance;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
