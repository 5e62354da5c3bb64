/**
 * Secured lines (传输层安全): a socket whose connection is TLS 1.3, with national algorithms (RFC 8998)
 * or ordinary ones, and whose other end is the one that was asked for.
 */
@Export
@Version("1.0.0")
package egov.kiosk.tls;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
