package egov.kiosk.attachments;

import egov.kiosk.contract.ChunkMessage;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.UpChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A line that answers when the test says so. */
public final class FakeLine implements FleetLine {
  private final List<ChunkMessage> sent = new ArrayList<>();
  private final List<CompletableFuture<Boolean>> open = new ArrayList<>();
  public volatile int maxBytes = 256 * 1024;
  public volatile boolean up = true;
  public volatile boolean metered;
  public volatile boolean answersAtOnce;

  @Override
  public synchronized CompletionStage<Boolean> send(UpChannel channel, byte[] payload) {
    if (channel != UpChannel.ATTACHMENT || !up) {
      return CompletableFuture.completedFuture(false);
    }
    try {
      sent.add(ChunkMessage.read(payload));
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    if (answersAtOnce) {
      result.complete(true);
    } else {
      open.add(result);
    }
    return result;
  }

  @Override
  public int maxBytes() {
    return maxBytes;
  }

  @Override
  public boolean metered() {
    return metered;
  }

  /** Everything sent so far. */
  public synchronized List<ChunkMessage> sent() {
    return List.copyOf(sent);
  }

  /** The numbers of the chunks sent so far, in order. */
  public List<Integer> indexes() {
    return sent().stream().map(ChunkMessage::index).toList();
  }

  /** Answers the oldest sending that has no answer. */
  public void answer(boolean taken) {
    CompletableFuture<Boolean> result;
    synchronized (this) {
      result = open.remove(0);
    }
    result.complete(taken);
  }

  /** Answers everything that has no answer. */
  public void answerAll(boolean taken) {
    List<CompletableFuture<Boolean>> results;
    synchronized (this) {
      results = List.copyOf(open);
      open.clear();
    }
    results.forEach(result -> result.complete(taken));
  }

  public synchronized int unanswered() {
    return open.size();
  }
}
