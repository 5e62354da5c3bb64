/**
 * The message contract between kiosk and platform. The AsyncAPI document and the JSON Schemas in
 * this bundle's resources say the same in the words of an integrator.
 */
@Export
@Version("1.0.0")
package egov.kiosk.contract;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
