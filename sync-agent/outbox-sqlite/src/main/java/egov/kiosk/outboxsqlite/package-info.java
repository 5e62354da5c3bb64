/** The durable queue on SQLite: the writer for the runtime, the reader for the command line. */
@Export
@Version("1.0.0")
package egov.kiosk.outboxsqlite;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
