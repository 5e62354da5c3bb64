package egov.kiosk.localapi;

import egov.kiosk.localapi.field.FieldRoutes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Decides whether a request may reach the desk at all. Pure: looks at the request and changes
 * nothing. The order of the checks is fixed, so that a refusal says the first thing that is wrong.
 */
final class RequestGuard {
  /** The largest body taken, in bytes. */
  static final int MAX_BODY = 1 << 20;

  private static final String BEARER = "Bearer ";

  private static final Set<String> METHODS = Set.of("GET", "POST");

  private final String authority;
  private final String origin;
  private final byte[] screen;
  private final byte[] technician;
  private final PageTokens pages;

  /**
   * @param port the port served
   * @param tokens what every call to the API must carry one of
   */
  RequestGuard(int port, Tokens tokens) {
    this.authority = "127.0.0.1:" + port;
    this.origin = "http://" + authority;
    this.screen = bearer(tokens.screen());
    this.technician = bearer(tokens.technician());
    this.pages = tokens.pages();
  }

  private static byte[] bearer(UiToken token) {
    return (BEARER + token.value()).getBytes(StandardCharsets.UTF_8);
  }

  /** The first check the request fails, or empty when it may pass. */
  Optional<Refusal> check(Request request) {
    HttpFields headers = request.getHeaders();
    if (!METHODS.contains(request.getMethod())) {
      return Optional.of(Refusal.WRONG_METHOD);
    }
    if (!targetIsOurs(request)) {
      return refuse(400, "WRONG_TARGET");
    }
    if (!hostIsOurs(headers)) {
      return refuse(421, "WRONG_HOST");
    }
    if (!originIsOurs(request, headers)) {
      return refuse(403, "WRONG_ORIGIN");
    }
    if (!siteIsOurs(request, headers)) {
      return refuse(403, "CROSS_SITE");
    }
    if (request.getMethod().equals("POST")) {
      if (!isJson(headers) && !isUpload(request, headers)) {
        return refuse(415, "NOT_JSON");
      }
      if (request.getLength() > MAX_BODY) {
        return Optional.of(Refusal.TOO_LARGE);
      }
    }
    if (isApi(request) && !hasItsToken(request)) {
      return pages.hasJustBeen(tokenOf(request))
          ? Optional.of(Refusal.CROSSED)
          : refuse(401, "NO_TOKEN");
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refuse(int status, String code) {
    return Optional.of(new Refusal(status, code));
  }

  /** An absolute-form target names its own authority; it must be ours, not only the Host header. */
  private boolean targetIsOurs(Request request) {
    String path = request.getHttpURI().getPath();
    return path != null
        && path.startsWith("/")
        && "http".equals(request.getHttpURI().getScheme())
        && request.getHttpURI().getUser() == null;
  }

  private boolean hostIsOurs(HttpFields headers) {
    List<String> hosts = headers.getValuesList(HttpHeader.HOST);
    return hosts.size() == 1 && hosts.get(0).equals(authority);
  }

  /** A browser names its origin on every unsafe request; a tool holding the token need not. */
  private boolean originIsOurs(Request request, HttpFields headers) {
    List<String> origins = headers.getValuesList(HttpHeader.ORIGIN);
    if (origins.isEmpty()) {
      boolean fromBrowser = headers.contains("Sec-Fetch-Site");
      return request.getMethod().equals("GET") || !fromBrowser;
    }
    return origins.size() == 1 && origins.get(0).equals(origin);
  }

  private static boolean siteIsOurs(Request request, HttpFields headers) {
    List<String> sites = headers.getValuesList("Sec-Fetch-Site");
    if (sites.isEmpty()) {
      return true;
    }
    if (sites.size() != 1) {
      return false;
    }
    return sites.get(0).equals("same-origin")
        || (sites.get(0).equals("none") && Pages.isEntry(request.getHttpURI().getCanonicalPath()));
  }

  private static boolean isJson(HttpFields headers) {
    List<HttpField> types = headers.getFields(HttpHeader.CONTENT_TYPE);
    if (types.size() != 1) {
      return false;
    }
    String type = types.get(0).getValue().toLowerCase(java.util.Locale.ROOT).replace(" ", "");
    return type.equals("application/json") || type.equals("application/json;charset=utf-8");
  }

  /** Only where a grid worker's pictures and sounds are taken, and of just that media type. */
  private static boolean isUpload(Request request, HttpFields headers) {
    List<HttpField> types = headers.getFields(HttpHeader.CONTENT_TYPE);
    String path = request.getHttpURI().getCanonicalPath();
    return types.size() == 1 && FieldRoutes.takes(path, types.get(0).getValue());
  }

  private static boolean isApi(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    return path != null && path.startsWith("/api/");
  }

  /** The page has the screen's token, so whoever gets at the page must not get at the queue. */
  private static boolean changesTheQueue(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    return request.getMethod().equals("POST")
        && (path.startsWith(TechnicianRoutes.PATH)
            || path.startsWith(RetentionRoutes.PATH)
            || path.startsWith(DeviceRoutes.PATH)
            || path.startsWith(PrintRoutes.PATH)
            || path.startsWith(ConsoleRoutes.COMMAND_LINE)
            || path.startsWith(StaffRoutes.PATH));
  }

  private boolean hasItsToken(Request request) {
    HttpFields headers = request.getHeaders();
    if (changesTheQueue(request)) {
      return hasToken(headers, technician);
    }
    return hasToken(headers, screen)
        || isPage(request)
        || (signsIn(request) && hasToken(headers, technician));
  }

  /** A page has the secret of its kind; what concerns the citizen is not for the others'. */
  private boolean isPage(Request request) {
    String token = tokenOf(request);
    return pages.isCitizen(token) || (pages.isStaff(token) && !concernsTheCitizen(request));
  }

  private static boolean concernsTheCitizen(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    return path.startsWith(ApiRoutes.SESSIONS) || path.startsWith(EventStreams.PATH);
  }

  /** The secret a request carries, or nothing when it carries none or several. */
  static String tokenOf(Request request) {
    List<String> values = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    return values.size() == 1 && values.get(0).startsWith(BEARER)
        ? values.get(0).substring(BEARER.length())
        : "";
  }

  /** People sign in at the screen and on the command line. */
  private static boolean signsIn(Request request) {
    return request.getMethod().equals("POST")
        && request.getHttpURI().getCanonicalPath().startsWith(AccessRoutes.PATH);
  }

  private static boolean hasToken(HttpFields headers, byte[] token) {
    List<String> values = headers.getValuesList(HttpHeader.AUTHORIZATION);
    return values.size() == 1
        && MessageDigest.isEqual(values.get(0).getBytes(StandardCharsets.UTF_8), token);
  }
}
