package egov.kiosk.localapi;

import egov.kiosk.domain.trace.TraceText;
import egov.kiosk.localapi.field.FieldRoutes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one handler of the server: guard first, then pages, events and the API. Never blocks on a
 * body.
 */
final class KioskHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(KioskHandler.class);

  private final RequestGuard guard;
  private final Pages pages;
  private final PageTokens tokens;
  private final ApiRoutes routes;
  private final EventStreams events;
  private final Desks desks;
  private final SlowConnections slow;

  KioskHandler(
      RequestGuard guard,
      Pages pages,
      ApiRoutes routes,
      PageTokens tokens,
      EventStreams events,
      Desks desks,
      SlowConnections slow) {
    this.guard = guard;
    this.pages = pages;
    this.tokens = tokens;
    this.routes = routes;
    this.events = events;
    this.desks = desks;
    this.slow = slow;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.addTo(response.getHeaders(), request.getHttpURI().getCanonicalPath());
    Connection connection = request.getConnectionMetaData().getConnection();
    Request.addCompletionListener(request, failure -> slow.answered(connection));
    Optional<Refusal> refusal = guard.check(request);
    if (refusal.isPresent()) {
      if (!refusal.get().equals(Refusal.CROSSED)) {
        LOG.warn(
            "local API refused a request: {} ({}); if this repeats, another program on this machine"
                + " is probing it",
            refusal.get().code(),
            refusal.get().status());
      }
      routes.refuse(refusal.get()).send(response, callback);
      return true;
    }
    if (request.getMethod().equals("POST")) {
      Content.Source.asByteArrayAsync(request, RequestGuard.MAX_BODY)
          .whenComplete(
              (body, failure) -> {
                slow.handling(connection);
                if (failure != null) {
                  routes.refuse(Refusal.TOO_LARGE).send(response, callback);
                } else {
                  post(request, body, response).send(response, callback);
                }
              });
    } else {
      slow.handling(connection);
      get(request, response, callback);
    }
    return true;
  }

  private Answer post(Request request, byte[] body, Response response) {
    try {
      String path = request.getHttpURI().getCanonicalPath();
      if (path.startsWith(FieldRoutes.UPLOADS)) {
        return routes.upload(
            path, Optional.ofNullable(request.getHeaders().get(FieldRoutes.WORKER)), body);
      }
      return postOf(RequestGuard.tokenOf(request), path, body, response);
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  /** What a page's post changes about its own right is told with the answer. */
  private Answer postOf(String token, String path, byte[] body, Response response) {
    boolean begins = path.equals(ApiRoutes.SESSIONS) && tokens.begins(token);
    Answer answer;
    try {
      answer = routes.post(path, body);
    } finally {
      if (begins) {
        tokens.began();
      }
    }
    tokens
        .next(token, begins && answer.status() == 201)
        .ifPresent(next -> response.getHeaders().put(PageTokens.HEADER, next));
    return answer;
  }

  /**
   * For a program on this machine that watches it: without a token, for there is nothing to hide.
   */
  private Answer measurements() {
    return desks
        .technicians()
        .measurements()
        .map(now -> (now.text() + spans()).getBytes(StandardCharsets.UTF_8))
        .map(text -> new Answer(200, "text/plain; version=0.0.4; charset=utf-8", text))
        .orElseGet(() -> routes.refuse(Refusal.STARTING));
  }

  private String spans() {
    return desks
        .technicians()
        .traces()
        .map(known -> TraceText.metrics("kiosk", known.sums()))
        .orElse("");
  }

  private void get(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getCanonicalPath();
    try {
      if (path.equals(EventStreams.PATH)) {
        String token = RequestGuard.tokenOf(request);
        if (!events.open(response, callback, desks.citizen().get(), token)) {
          routes.refuse(new Refusal(503, "TOO_MANY_STREAMS")).send(response, callback);
        }
      } else if (path.equals("/metrics")) {
        measurements().send(response, callback);
      } else if (path.startsWith("/api/")) {
        routes.get(path, request.getHttpURI().getQuery()).send(response, callback);
      } else {
        page(path, response).send(response, callback);
      }
    } catch (IOException | RuntimeException e) {
      failed(e).send(response, callback);
    }
  }

  private Answer page(String path, Response response) throws IOException {
    Optional<Pages.Page> page = pages.find(path);
    if (page.isEmpty()) {
      return routes.refuse(Refusal.NOT_FOUND);
    }
    if (page.get().keep()) {
      SecurityHeaders.keep(response.getHeaders());
    }
    page.get().inlineMap().ifPresent(hash -> SecurityHeaders.allowMap(response.getHeaders(), hash));
    return new Answer(200, page.get().type(), page.get().bytes());
  }

  /** The root of a request: whatever went wrong inside becomes one log line and a plain answer. */
  private Answer failed(Exception e) {
    LOG.error("local API could not answer a request: {}", e.getClass().getName(), e);
    return routes.refuse(new Refusal(500, "INTERNAL"));
  }
}
