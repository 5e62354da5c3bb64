package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Run by {@link FailingDiskTest} with a disk that can be made to fail: reads words, and says what
 * came of each. At the end everything it called accepted must be in the queue.
 */
final class FailingDisk {
  private FailingDisk() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<SignedEnvelope> kept = new ArrayList<>();
    SqliteOutbox outbox = null;
    say("ready " + ProcessHandle.current().pid());
    for (String word = in.readLine(); word != null; word = in.readLine()) {
      try {
        switch (word) {
          case "open" -> outbox = Fixture.open(Path.of(arguments[0]));
          case "append" -> append(outbox, kept);
          case "settle" -> {
            outbox.settle(Envelopes.accepted(kept.get(0)));
            kept.remove(0);
          }
          case "close" -> outbox.close();
          case "check" -> say(kept.equals(Fixture.pending(outbox)) ? "whole" : "LOST");
          default -> throw new IllegalArgumentException(word);
        }
        say("done");
      } catch (OutboxException e) {
        say(e.reason().name() + " " + e.getMessage());
      }
    }
  }

  private static void append(SqliteOutbox outbox, List<SignedEnvelope> kept)
      throws OutboxException {
    SignedEnvelope message = Envelopes.of(5000);
    outbox.append(message);
    kept.add(message);
  }

  private static void say(String word) {
    System.out.println(word);
  }
}
