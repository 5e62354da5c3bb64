/** What is kept on the kiosk's own disk is sealed under keys that rotate (静态数据加密). */
@Export
@Version("1.0.0")
package egov.kiosk.domain.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
