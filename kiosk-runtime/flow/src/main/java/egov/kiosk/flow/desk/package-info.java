/**
 * The desk (柜台): everything a screen may ask for, and everything it is told. Plain values only, so
 * that the screen holds no rule and no secret; personal data is masked before it gets here.
 */
@Export
@Version("1.1.0")
package egov.kiosk.flow.desk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
