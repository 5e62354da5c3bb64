package egov.kiosk.localapi;

import org.eclipse.jetty.http.HttpFields;

/** The headers every answer carries, whatever it is. */
final class SecurityHeaders {
  private static final String POLICY = policy("'self'");

  private static String policy(String scripts) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src " + scripts,
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html",
        "sandbox allow-scripts allow-same-origin allow-forms");
  }

  private SecurityHeaders() {}

  /**
   * @param path what is answered; only the grid worker's page may use the tablet's own camera,
   *     microphone and place
   */
  static void addTo(HttpFields.Mutable headers, String path) {
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cache-Control", "no-store");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Embedder-Policy", "require-corp");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    String own = "/worker".equals(path) ? "(self)" : "()";
    headers.put(
        "Permissions-Policy",
        String.format(
            "camera=%1$s, microphone=%1$s, geolocation=%1$s, usb=(), serial=(), hid=(),"
                + " bluetooth=(), clipboard-read=(), display-capture=()",
            own));
  }

  /**
   * Lets a page's own import map count, and no other script that stands in a page.
   *
   * @param hash of the map (Content Security Policy Level 3, §6.7.3.3), e.g. {@code sha256-…}
   */
  static void allowMap(HttpFields.Mutable headers, String hash) {
    headers.put("Content-Security-Policy", policy("'self' '" + hash + "'"));
  }

  /** For a file whose address changes with its contents, and which is about nobody. */
  static void keep(HttpFields.Mutable headers) {
    headers.put("Cache-Control", "public, max-age=31536000, immutable");
  }
}
