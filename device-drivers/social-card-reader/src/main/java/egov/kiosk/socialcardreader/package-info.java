/**
 * The reader of social security cards: {@link egov.kiosk.socialcardreader.PcscSocialCardReader}
 * behind the house's {@code SocialCardReader} port, and its check for the doctor.
 */
@Export
@Version("1.0.0")
package egov.kiosk.socialcardreader;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
