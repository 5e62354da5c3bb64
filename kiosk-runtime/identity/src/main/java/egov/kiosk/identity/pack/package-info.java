/** Face packs (人脸模型包): what a manifest says, and reading a pack that is believed and whole. */
@Export
@Version("1.0.0")
package egov.kiosk.identity.pack;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
