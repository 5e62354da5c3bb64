package egov.kiosk.proving.node;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.outboxsqlite.SqliteOutboxReader;
import egov.kiosk.outboxsqlite.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kiosk as a process to be killed: {@code NodeMain PKI KIOSK}. Gets everything ready, says
 * {@code ready}, and obeys lines: {@code open DIRECTORY PORT SEED}, {@code go}, {@code hold},
 * {@code state}, {@code verify}, {@code find ID PLACE}, {@code close}. The end of its input ends
 * it.
 */
public final class NodeMain {
  private static final int WRITERS = 3;

  private final Speech speech;
  private final KioskSide.Keys keys;
  private final Gate gate = new Gate();
  private KioskSide kiosk;
  private Path directory;

  private NodeMain(Speech speech, KioskSide.Keys keys) {
    this.speech = speech;
    this.keys = keys;
  }

  /** The command line. */
  public static void main(String[] arguments) throws Exception {
    Speech speech = new Speech(new PrintStream(System.out, false, StandardCharsets.UTF_8));
    KioskSide.Keys keys = KioskSide.Keys.read(Path.of(arguments[0]), arguments[1]);
    warmUp(keys);
    new NodeMain(speech, keys)
        .obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    // Whatever thread of a library still runs: the conductor is gone.
    System.exit(0);
  }

  /** Seals once, so that the first message is not the slow one. */
  private static void warmUp(KioskSide.Keys keys) throws FormRejectedException {
    try {
      TransactionId id = TransactionId.create(Clock.systemUTC().instant());
      new Sample(keys.sealer()).seal(id, Lane.NORMAL, Optional.empty(), 1);
    } catch (SealException e) {
      // The clock is outside of the certificate's life: the kiosk starts all the same.
      System.err.println("started with a clock that seals nothing: " + e.getMessage());
    }
  }

  private void obey(BufferedReader orders)
      throws IOException, InterruptedException, CryptoException {
    speech.say("ready");
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "open" -> {
          directory = Path.of(words[1]);
          open(Integer.parseInt(words[2]), words[3]);
        }
        case "go" -> gate.open();
        case "hold" -> {
          gate.shut();
          speech.say("held");
        }
        case "state" -> speech.say(state());
        case "verify" -> speech.say(verify());
        case "find" ->
            speech.say("at " + words[1] + " " + find(words[1], Long.parseLong(words[2])));
        case "close" -> close();
        default -> speech.say("error " + words[0]);
      }
    }
  }

  private void open(int port, String seed) throws CryptoException {
    long start = System.nanoTime();
    kiosk = KioskSide.open(directory, port, keys);
    Sample sample = new Sample(keys.sealer());
    for (int i = 0; i < WRITERS; i++) {
      Writer writer = new Writer(i, kiosk.outbox(), sample, gate, speech, Long.parseLong(seed));
      Thread thread = new Thread(writer, "proving-writer-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    speech.say("opened " + Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private String state() {
    try {
      OutboxCounts counts = kiosk.outbox().counts();
      return "state pending=%d delivered=%d dead=%d accepting=%b online=%b"
          .formatted(
              counts.pending(),
              counts.delivered(),
              counts.deadLetter(),
              kiosk.outbox().accepting(),
              kiosk.online());
    } catch (OutboxException e) {
      return "state failed " + e.reason();
    }
  }

  /** A look at every page and row, as {@code kiosk outbox verify} has beside a running queue. */
  private String verify() {
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory, kiosk.rest())) {
      Verification found = reader.verify(() -> false);
      return "verified %b missing=%s problems=%s altered=%s"
          .formatted(
              found.sound(),
              ranges(found.missing()),
              String.join("; ", found.problems()),
              ranges(found.altered()));
    } catch (OutboxException e) {
      return "verified false missing= problems=" + e.reason();
    }
  }

  private static String ranges(List<SequenceRange> ranges) {
    return ranges.stream()
        .map(range -> range.first() + "-" + range.last())
        .collect(Collectors.joining(","));
  }

  private String find(String id, long place) {
    try {
      Optional<OutboxEntry> entry = kiosk.outbox().find(id);
      if (entry.isEmpty() && place > 0) {
        // Its identity may be what was altered; a technician sees it at its place.
        entry =
            kiosk.outbox().list(place - 1, 1).stream()
                .filter(found -> found.sequence() == place)
                .filter(found -> found.state() == DeliveryState.DEAD_LETTER)
                .findFirst();
      }
      return entry.map(found -> found.state().name()).orElse("ABSENT");
    } catch (OutboxException e) {
      return "FAILED";
    }
  }

  private void close() throws InterruptedException {
    gate.shut();
    gate.end();
    kiosk.close();
    speech.say("closed");
  }
}
