/**
 * The protocol between a host and the security control module of a card reader (SAM, 安全控制模块), GA/T
 * 467-2019 §7: frames, commands, status codes, and one command at a time.
 */
@Export
@Version("1.0.0")
package egov.kiosk.idcardreader.sdt;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
