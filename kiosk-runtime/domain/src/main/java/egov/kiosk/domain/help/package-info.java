/** A citizen at the machine calls for help, and is told the truth about who comes (呼叫工作人员). */
@Export
@Version("1.0.0")
package egov.kiosk.domain.help;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
