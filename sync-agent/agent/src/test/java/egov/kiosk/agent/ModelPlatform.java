package egov.kiosk.agent;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A platform behind the worst network: copies of messages and receipts are lost, doubled, delayed
 * and reordered. It decides about each message once and answers every copy; some it refuses.
 */
final class ModelPlatform {
  /** What it decided, in the order in which it did; true for taken. */
  final Map<TransactionId, Boolean> decided = new LinkedHashMap<>();

  private final List<SignedEnvelope> up = new ArrayList<>();
  private final List<byte[]> down = new ArrayList<>();
  private final Random random;
  private boolean kind;

  ModelPlatform(Random random) {
    this.random = random;
  }

  /** From now on nothing bad happens. */
  void behave() {
    kind = true;
  }

  /** Takes what the kiosk sends: the broker acknowledges, says nothing, or fails. */
  void collect(ScriptedUplink uplink) {
    while (!uplink.out.isEmpty() && (kind || random.nextInt(4) > 0)) {
      SignedEnvelope envelope = uplink.out.peek().envelope();
      switch (kind ? 3 : random.nextInt(10)) {
        case 0 -> uplink.complete(SendOutcome.failed());
        case 1 -> uplink.complete(SendOutcome.parked(SendOutcome.NOT_AUTHORISED));
        case 2 -> uplink.acknowledge();
        default -> {
          uplink.acknowledge();
          copies(envelope, up);
        }
      }
      if (!kind && random.nextInt(20) == 0) {
        // It arrived although the kiosk was told it did not.
        copies(envelope, up);
      }
    }
  }

  /** Lets some of what is on the network arrive, in any order. */
  void deliver(Stage stage) {
    for (int i = kind ? Integer.MAX_VALUE : random.nextInt(4); i > 0 && !up.isEmpty(); i--) {
      decide(up.remove(random.nextInt(up.size())));
    }
    for (int i = kind ? Integer.MAX_VALUE : random.nextInt(4); i > 0 && !down.isEmpty(); i--) {
      stage.receipt(down.remove(random.nextInt(down.size())));
    }
  }

  private void decide(SignedEnvelope envelope) {
    // The decision hangs on the message, as on its content.
    boolean taken = envelope.sm3().charAt(0) != '0';
    decided.putIfAbsent(envelope.id(), taken);
    copies(taken ? Messages.receipt(envelope) : Messages.refusal(envelope), down);
  }

  private <T> void copies(T one, List<T> wire) {
    int copies = kind ? 1 : random.nextInt(4);
    for (int i = 0; i < copies; i++) {
      wire.add(one);
    }
  }
}
