/** The agent's uplink on MQTT, and the line for what is not queued. */
@Export
@Version("1.0.0")
package egov.kiosk.uplinkmqtt;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
