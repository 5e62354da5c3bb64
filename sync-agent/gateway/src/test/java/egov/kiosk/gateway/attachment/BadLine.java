package egov.kiosk.gateway.attachment;

import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.UpChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A line and a broker that lose, double, bend and reorder, and say the wrong thing about it. */
final class BadLine implements FleetLine {
  private final Random random;
  private final List<byte[]> arrived = new ArrayList<>();
  private int sent;

  BadLine(long seed) {
    random = new Random(seed);
  }

  @Override
  public synchronized CompletionStage<Boolean> send(UpChannel channel, byte[] payload) {
    sent++;
    int fate = random.nextInt(100);
    if (fate < 10) {
      return CompletableFuture.completedFuture(false); // Lost, and said so.
    }
    if (fate >= 15) {
      arrived.add(fate < 20 ? bent(payload) : payload.clone());
    } // Else lost although the broker took it.
    if (fate >= 90) {
      arrived.add(payload.clone());
    }
    return CompletableFuture.completedFuture(fate < 80 || fate >= 85); // Else it arrived unsaid.
  }

  private byte[] bent(byte[] payload) {
    byte[] bent = payload.clone();
    bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
    return bent;
  }

  @Override
  public int maxBytes() {
    return 64 * 1024;
  }

  /** What arrived since, in any order. */
  synchronized List<byte[]> arrived() {
    List<byte[]> since = new ArrayList<>(arrived);
    arrived.clear();
    Collections.shuffle(since, random);
    return since;
  }

  synchronized int sent() {
    return sent;
  }
}
