/**
 * TLS 1.3 with SM2, SM3 and SM4 (RFC 8998), both ends: exactly TLS_SM4_GCM_SM3, curveSM2 and
 * sm2sig_sm3, always with both certificates, never resumed (no tickets are used), never
 * renegotiated (TLS 1.3 has no such thing).
 */
@Export
@Version("1.0.0")
package egov.kiosk.tls.national;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
