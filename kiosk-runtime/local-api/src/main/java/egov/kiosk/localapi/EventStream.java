package egov.kiosk.localapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One screen's event stream (WHATWG HTML §9.2 server-sent events). Only the newest event of each
 * name waits to be written, so a screen that reads slowly costs a bounded amount of memory and
 * always ends up with the truth of now.
 */
final class EventStream {
  private static final String HEARTBEAT = "";

  private final Response response;
  private final Callback end;
  private final Map<String, byte[]> waiting = new LinkedHashMap<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile String token;
  private boolean writing;
  private long writingSince;

  /**
   * @param token what the page that reads it carries; empty for a program of the kiosk's owner
   */
  EventStream(Response response, Callback end, String token) {
    this.response = response;
    this.end = end;
    this.token = token;
  }

  /** Whether the page that reads it carries this. */
  boolean isOf(String asked) {
    return token.equals(asked);
  }

  /** The page that reads it carries another secret from now on. */
  void goOn(String next) {
    token = next;
  }

  /** Sends an event; a waiting one of the same name is replaced. */
  void send(String name, byte[] json) {
    enqueue(
        name,
        ("event: " + name + "\ndata: " + new String(json, StandardCharsets.UTF_8) + "\n\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a comment that keeps the connection alive and shows when it is dead. */
  void heartbeat() {
    enqueue(HEARTBEAT, ": \n\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a write has been under way for longer than the given time: the reader is dead. */
  synchronized boolean stalledFor(long nanos) {
    return writing && System.nanoTime() - writingSince > nanos;
  }

  /** Ends the stream. */
  void close() {
    if (ended.compareAndSet(false, true)) {
      end.succeeded();
    }
  }

  /** Ends the stream because it failed or its reader is dead. */
  void fail(Throwable cause) {
    if (ended.compareAndSet(false, true)) {
      end.failed(cause);
    }
  }

  boolean isEnded() {
    return ended.get();
  }

  private void enqueue(String name, byte[] bytes) {
    synchronized (this) {
      waiting.remove(name);
      waiting.put(name, bytes);
      if (writing) {
        return;
      }
      writing = true;
    }
    writeNext();
  }

  private void writeNext() {
    byte[] next;
    synchronized (this) {
      if (waiting.isEmpty() || ended.get()) {
        writing = false;
        return;
      }
      String name = waiting.keySet().iterator().next();
      next = waiting.remove(name);
      writingSince = System.nanoTime();
    }
    response.write(false, ByteBuffer.wrap(next), Callback.from(this::writeNext, this::fail));
  }
}
