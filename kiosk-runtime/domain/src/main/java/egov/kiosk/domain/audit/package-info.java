/** What is worth proving afterwards: the audit log's port, in words that hold no personal data. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
