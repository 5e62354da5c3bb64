/**
 * The queue on removable media (离线转递). A kiosk that cannot reach the platform writes what is
 * pending to a file; another kiosk carries the file's parcels on, unopened, or the platform reads
 * it itself. Every kiosk of the province can check a file whole; only the platform can open one.
 */
@Export
@Version("1.0.0")
package egov.kiosk.transfer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
