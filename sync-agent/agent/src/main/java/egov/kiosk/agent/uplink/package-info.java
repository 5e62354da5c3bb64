/**
 * The port to whatever carries messages to the platform: the agent calls it, a transport fills it.
 */
@Export
@Version("1.0.0")
package egov.kiosk.agent.uplink;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
