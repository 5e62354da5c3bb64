package egov.kiosk.bench.sync;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Messages of {@value #BYTES} bytes as a transaction's are: incompressible, each of another
 * citizen, each with a slip number.
 */
final class Sample {
  static final int BYTES = 1024;

  private final SplittableRandom random = new SplittableRandom(42);
  private long made;

  List<SignedEnvelope> messages(int count) {
    List<SignedEnvelope> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      messages.add(message());
    }
    return messages;
  }

  SignedEnvelope message() {
    byte[] content = new byte[BYTES];
    random.nextBytes(content);
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    byte[] key = new byte[16];
    random.nextBytes(key);
    return new SignedEnvelope(
        TransactionId.create(Instant.now()),
        MessageKind.ITEM,
        "BENCH",
        content,
        digest,
        new Label(
            Lane.NORMAL,
            Optional.of(HexFormat.of().formatHex(key)),
            Optional.of(new LocalNumber(String.format("%012d", made++)))));
  }
}
