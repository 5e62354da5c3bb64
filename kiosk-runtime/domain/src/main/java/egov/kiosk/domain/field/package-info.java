/** Work in a grid of households (网格): tasks, visits, events, and what a tablet keeps of them. */
@Export
@Version("1.0.0")
package egov.kiosk.domain.field;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
