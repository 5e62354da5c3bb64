/** What an identity card says: the 256-byte text block in its four layouts, GA/T 490-2019. */
@Export
@Version("1.0.0")
package egov.kiosk.idcardreader.card;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
