package egov.kiosk.proving.receiver;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.Coverage;
import egov.kiosk.gateway.Desks;
import egov.kiosk.gateway.Gateway;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.kafka.Relay;
import egov.kiosk.gateway.kafka.StreamSettings;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.postgres.Database;
import egov.kiosk.gateway.postgres.Outbox;
import egov.kiosk.gateway.postgres.PostgresStore;
import egov.kiosk.gateway.store.Accepted;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/**
 * The platform as a process to be killed: {@code ReceiverMain PKI}. Gets everything ready, says
 * {@code ready}, and obeys lines: {@code open STORE PORT NAME [KAFKA TOPIC]} with a directory or
 * the address of a PostgreSQL database, {@code find ID} (answered {@code at ID NUMBER} or {@code at
 * ID -}), {@code stats}. The end of its input ends it.
 */
public final class ReceiverMain {
  private static final BackOff.Limits PAUSES =
      new BackOff.Limits(Duration.ofMillis(20), Duration.ofMillis(500), 3, Duration.ofMillis(100));
  private static final LinkOptions.Session SESSION =
      new LinkOptions.Session(
          Protocol.V5,
          Duration.ofSeconds(1),
          Duration.ofDays(1),
          Duration.ofSeconds(2),
          Duration.ZERO);

  private final GatewayKeys keys;
  private AcceptedStore store;

  private ReceiverMain(GatewayKeys keys) {
    this.keys = keys;
  }

  /** The command line. */
  public static void main(String[] arguments) throws Exception {
    new ReceiverMain(GatewayKeys.read(Path.of(arguments[0]), Clock.systemUTC(), new SecureRandom()))
        .obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    // Whatever thread of a library still runs: the conductor is gone.
    System.exit(0);
  }

  private void obey(BufferedReader orders) throws IOException, CryptoException {
    say("ready");
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "open" -> {
          open(words);
          say("opened");
        }
        case "find" -> say("at " + words[1] + " " + find(words[1]));
        case "stats" -> say("stats " + store.totals().transactions());
        default -> say("error " + words[0]);
      }
    }
  }

  private void open(String... words) throws IOException, CryptoException {
    store = store(words[1]);
    if (words.length > 4) {
      Relay.start(
          new Outbox(new Database(words[1], System::nanoTime)),
          new StreamSettings(words[4], words[5]));
    }
    Gateway.start(
        LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:" + words[2]), words[3])
            .agreeing(SESSION)
            .pausing(PAUSES),
        Coverage.shared(),
        keys,
        store,
        (outlet, again) -> Desks.none(),
        1,
        Clock.systemUTC());
  }

  private static AcceptedStore store(String where) throws IOException {
    if (!where.startsWith("postgresql:")) {
      return JournalStore.open(Path.of(where));
    }
    PostgresStore store = new PostgresStore(new Database(where, System::nanoTime));
    store.prepare();
    return store;
  }

  private String find(String id) throws IOException {
    return store.find(new TransactionId(id)).flatMap(Accepted::acceptanceNumber).orElse("-");
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
