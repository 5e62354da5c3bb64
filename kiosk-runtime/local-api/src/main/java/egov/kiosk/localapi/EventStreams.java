package egov.kiosk.localapi;

import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** All open event streams; tells each of every change the desk reports. */
final class EventStreams implements DeskListener {
  /** Where a stream is opened. */
  static final String PATH = "/api/events";

  /** A kiosk has one screen; the rest is for a technician. */
  static final int MAX_STREAMS = 4;

  private static final long DEAD_READER_NANOS = Duration.ofSeconds(8).toNanos();

  private final Later<ApiJson> json;
  private final PageTokens tokens;
  private final List<EventStream> streams = new CopyOnWriteArrayList<>();

  EventStreams(Later<ApiJson> json, PageTokens tokens) {
    this.json = json;
    this.tokens = tokens;
  }

  /**
   * Opens a stream, and sends the state of now at once.
   *
   * @param token what was asked with; a page's stream ends with the page's right
   * @return false when {@value #MAX_STREAMS} are open already
   */
  boolean open(Response response, Callback callback, Optional<CitizenDesk> desk, String token) {
    EventStream stream;
    boolean page = tokens.isCitizen(token);
    synchronized (this) {
      streams.removeIf(EventStream::isEnded);
      if (streams.size() >= MAX_STREAMS) {
        return false;
      }
      response.setStatus(200);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream;charset=utf-8");
      stream = new EventStream(response, callback, page ? token : "");
      streams.add(stream);
    }
    if (page && !tokens.isCitizen(token)) {
      // Replaced while it was being opened: nobody would tell it so any more.
      stream.close();
      return true;
    }
    stream.send("kiosk", json.get().kiosk(desk.map(CitizenDesk::kiosk)));
    stream.send("session", json.get().session(desk.flatMap(CitizenDesk::current)));
    return true;
  }

  @Override
  public void sessionChanged(Optional<SessionView> view) {
    follow(view.map(SessionView::id));
    byte[] bytes = json.get().session(view);
    streams.forEach(stream -> stream.send("session", bytes));
  }

  /** Another citizen, or none: the pages of the one before get their next secret, or their end. */
  synchronized void follow(Optional<String> session) {
    tokens.follow(session).ifPresent(this::turned);
  }

  private void turned(PageTokens.Turn turn) {
    byte[] next = turn.goesOn() ? json.get().object(Map.of("token", turn.now())) : new byte[0];
    for (EventStream stream : streams) {
      if (!stream.isOf(turn.before())) {
        continue;
      }
      if (turn.goesOn()) {
        stream.goOn(turn.now());
        stream.send("token", next);
      } else {
        stream.close();
      }
    }
  }

  @Override
  public void kioskChanged(KioskView view) {
    byte[] bytes = json.get().kiosk(Optional.of(view));
    streams.forEach(stream -> stream.send("kiosk", bytes));
  }

  /** Keeps streams alive and drops dead readers; called every few seconds. */
  void heartbeat() {
    for (EventStream stream : streams) {
      if (stream.stalledFor(DEAD_READER_NANOS)) {
        stream.fail(new TimeoutException("the reader of an event stream does not read"));
      } else {
        stream.heartbeat();
      }
    }
    streams.removeIf(EventStream::isEnded);
  }

  void closeAll() {
    streams.forEach(EventStream::close);
    streams.clear();
  }
}
