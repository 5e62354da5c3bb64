/** Answers from the platform's books while the citizen waits (在线查询). */
@Export
@Version("1.0.0")
package egov.kiosk.domain.inquiry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
