package egov.kiosk.localapi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The static files of the screens. Only names in a narrow alphabet below {@code /ui/} exist, so
 * there is nothing to traverse.
 */
final class Pages {
  private static final Pattern NAME =
      Pattern.compile(
          "/ui/(?:[A-Za-z0-9_-]+/){0,4}[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+){0,3}\\.[a-z0-9]{1,5}");
  private static final String TOKEN_PLACE = "__KIOSK_TOKEN__";

  /** Where each face of the kiosk is entered; nothing else may be opened from outside a page. */
  private static final Map<String, String> ENTRIES =
      Map.of(
          "/", "/ui/index.html",
          "/worker", "/ui/worker.html",
          "/technician", "/ui/technician.html");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ogg", "audio/ogg"));

  private static final Pattern MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  /** The folder that is named after what is in it. */
  private static final Pattern KEPT = Pattern.compile("/ui/[0-9a-f]{16}/.*");

  /**
   * A file as it is sent.
   *
   * @param keep whether the browser may keep it for good
   * @param inlineMap the hash of the import map that stands in it, as the policy names it
   */
  record Page(String type, byte[] bytes, boolean keep, Optional<String> inlineMap) {}

  private final Function<String, URL> files;
  private final PageTokens tokens;

  /**
   * @param files finds a file by its path, e.g. {@code /ui/index.html}; null when there is none
   * @param tokens put into the entry pages for the page's own calls
   */
  Pages(Function<String, URL> files, PageTokens tokens) {
    this.files = files;
    this.tokens = tokens;
  }

  /** Whether a face of the kiosk is entered there. */
  static boolean isEntry(String path) {
    return ENTRIES.containsKey(path);
  }

  /** The file for a request path, or empty when there is none. */
  Optional<Page> find(String path) throws IOException {
    String entry = ENTRIES.get(path);
    if (entry != null) {
      String token = path.equals("/") ? tokens.citizen() : tokens.staff();
      return read(entry)
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .map(html -> entry(html, token));
    }
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || ENTRIES.containsValue(path) || !NAME.matcher(path).matches()) {
      return Optional.empty();
    }
    boolean keep = KEPT.matcher(path).matches();
    return read(path).map(bytes -> new Page(type, bytes, keep, Optional.empty()));
  }

  private static Page entry(String html, String token) {
    Optional<String> map =
        MAP.matcher(html).results().findFirst().map(found -> hash(found.group(1)));
    byte[] bytes = html.replace(TOKEN_PLACE, token).getBytes(StandardCharsets.UTF_8);
    return new Page(TYPES.get("html"), bytes, false, map);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Optional<byte[]> read(String path) throws IOException {
    URL url = files.apply(path);
    if (url == null) {
      return Optional.empty();
    }
    try (InputStream in = url.openStream()) {
      return Optional.of(in.readAllBytes());
    }
  }
}
