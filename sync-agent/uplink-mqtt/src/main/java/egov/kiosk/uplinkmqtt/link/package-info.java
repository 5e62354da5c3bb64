/** One MQTT 5 connection that keeps itself up; hides the client library. */
@Export
@Version("1.0.0")
package egov.kiosk.uplinkmqtt.link;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
