package egov.kiosk.proving.receiver;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.Coverage;
import egov.kiosk.gateway.Desks;
import egov.kiosk.gateway.Gateway;
import egov.kiosk.gateway.GatewayKeys;
import egov.kiosk.gateway.journal.JournalStore;
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
 * {@code ready}, and obeys lines: {@code open DIRECTORY PORT}, {@code find ID} (answered {@code at
 * ID NUMBER} or {@code at ID -}), {@code stats}. The end of its input ends it.
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
          open(Path.of(words[1]), Integer.parseInt(words[2]));
          say("opened");
        }
        case "find" -> say("at " + words[1] + " " + find(words[1]));
        case "stats" -> say("stats " + store.totals().transactions());
        default -> say("error " + words[0]);
      }
    }
  }

  private void open(Path directory, int port) throws IOException, CryptoException {
    store = JournalStore.open(directory);
    Gateway.start(
        LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:" + port), "platform")
            .agreeing(SESSION)
            .pausing(PAUSES),
        Coverage.shared(),
        keys,
        store,
        (outlet, again) -> Desks.none(),
        1,
        Clock.systemUTC());
  }

  private String find(String id) throws IOException {
    return store.find(new TransactionId(id)).flatMap(Accepted::acceptanceNumber).orElse("-");
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
