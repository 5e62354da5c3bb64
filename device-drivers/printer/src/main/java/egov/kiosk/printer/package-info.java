/**
 * The receipt printer: {@link egov.kiosk.printer.EscPosPrinter} behind the house's {@code Printer}
 * port, and its check for the doctor.
 */
@Export
@Version("1.0.0")
package egov.kiosk.printer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
