package egov.kiosk.gateway.line;

import egov.kiosk.uplinkmqtt.link.LinkException;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.ReasonCode;
import egov.kiosk.uplinkmqtt.link.Share;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends through one share of a link's window: what does not fit waits here in order. While there is
 * no connection everything fails at once, because whoever waits for it asks again. Safe for several
 * threads.
 */
public final class Post implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Post.class);

  private final Share share;
  private final int most;
  private final Queue<Letter> waiting = new ArrayDeque<>();
  private MqttLink link;
  private int window;
  private int underWay;
  private boolean refusalSaid;

  /**
   * @param share whose part of the window is used
   * @param most how many may wait here; further ones fail at once
   */
  public Post(Share share, int most) {
    this.share = Objects.requireNonNull(share, "share");
    this.most = most;
  }

  private record Letter(Publication publication, CompletableFuture<Boolean> result) {}

  /** From now on this link is used; what waited goes. */
  public void connected(MqttLink current, int places) {
    synchronized (this) {
      link = current;
      window = places;
      underWay = 0;
    }
    pump();
  }

  /** From now on everything fails, what waits included. */
  public void disconnected() {
    Queue<Letter> failed;
    synchronized (this) {
      link = null;
      failed = new ArrayDeque<>(waiting);
      waiting.clear();
    }
    failed.forEach(letter -> letter.result().complete(false));
  }

  @Override
  public CompletionStage<Boolean> send(String topic, byte[] payload, boolean retained) {
    Publication publication =
        retained ? Publication.retained(topic, payload) : Publication.of(topic, payload);
    Letter letter = new Letter(publication, new CompletableFuture<>());
    synchronized (this) {
      if (link == null || waiting.size() >= most) {
        letter.result().complete(false);
        return letter.result();
      }
      waiting.add(letter);
    }
    pump();
    return letter.result();
  }

  private void pump() {
    while (true) {
      Letter next;
      MqttLink current;
      synchronized (this) {
        if (link == null || underWay >= window || waiting.isEmpty()) {
          return;
        }
        next = waiting.remove();
        current = link;
        underWay++;
      }
      current
          .publish(next.publication(), share)
          .whenComplete((code, failure) -> answered(current, next, code, failure));
    }
  }

  private void answered(MqttLink used, Letter letter, ReasonCode code, Throwable failure) {
    boolean more;
    synchronized (this) {
      underWay = used.equals(link) ? Math.max(0, underWay - 1) : underWay;
      more = !waiting.isEmpty();
    }
    if (failure != null) {
      boolean large =
          failure instanceof LinkException refused
              && refused.reason() == LinkException.Reason.TOO_LARGE;
      if (large) {
        LOG.error("A message to {} is too large for the broker", letter.publication().topic());
      }
    } else if (code.refused()) {
      refused(letter, code);
    }
    letter.result().complete(failure == null && !code.refused());
    if (more) {
      pump();
    }
  }

  private void refused(Letter letter, ReasonCode code) {
    synchronized (this) {
      if (refusalSaid) {
        return;
      }
      refusalSaid = true;
    }
    LOG.error(
        "The broker refuses what goes to kiosks, first {} ({}); give the gateway's login the right"
            + " to send there",
        letter.publication().topic(),
        code);
  }
}
