package egov.kiosk.localapi;

import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** All open event streams; tells each of every change the desk reports. */
final class EventStreams implements DeskListener {
  /** A kiosk has one screen; the rest is for a technician. */
  static final int MAX_STREAMS = 4;

  private static final long DEAD_READER_NANOS = Duration.ofSeconds(8).toNanos();

  private final Later<ApiJson> json;
  private final List<EventStream> streams = new CopyOnWriteArrayList<>();

  EventStreams(Later<ApiJson> json) {
    this.json = json;
  }

  /**
   * Opens a stream, and sends the state of now at once.
   *
   * @return false when {@value #MAX_STREAMS} are open already
   */
  boolean open(Response response, Callback callback, Optional<CitizenDesk> desk) {
    EventStream stream;
    synchronized (this) {
      streams.removeIf(EventStream::isEnded);
      if (streams.size() >= MAX_STREAMS) {
        return false;
      }
      response.setStatus(200);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream;charset=utf-8");
      stream = new EventStream(response, callback);
      streams.add(stream);
    }
    stream.send("kiosk", json.get().kiosk(desk.map(CitizenDesk::kiosk)));
    stream.send("session", json.get().session(desk.flatMap(CitizenDesk::current)));
    return true;
  }

  @Override
  public void sessionChanged(Optional<SessionView> view) {
    byte[] bytes = json.get().session(view);
    streams.forEach(stream -> stream.send("session", bytes));
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
