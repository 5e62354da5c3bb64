/**
 * The identity card reader: {@link egov.kiosk.idcardreader.SdtIdCardReader} behind the house's
 * {@code IdCardReader} port, and its check for the doctor. Frames are in {@code sdt}, the card's
 * text in {@code card}.
 */
@Export
@Version("1.0.0")
package egov.kiosk.idcardreader;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
