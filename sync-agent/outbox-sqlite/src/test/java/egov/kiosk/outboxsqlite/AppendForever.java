package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.SignedEnvelope;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A process to be killed: appends with several threads, and prints the id of each message after the
 * queue has accepted it; settles every third one.
 */
final class AppendForever {
  private AppendForever() {}

  public static void main(String[] arguments) throws Exception {
    SqliteOutbox outbox = Fixture.open(Path.of(arguments[0]));
    int threads = Integer.parseInt(arguments[1]);
    PrintStream out = System.out;
    for (int i = 0; i < threads; i++) {
      new Thread(() -> append(outbox, out)).start();
    }
  }

  private static void append(SqliteOutbox outbox, PrintStream out) {
    try {
      for (int i = 0; ; i++) {
        SignedEnvelope message = Envelopes.of(200 + i % 9000);
        outbox.append(message);
        line(out, "accepted " + message.id());
        if (i % 3 == 0) {
          outbox.settle(Envelopes.accepted(message));
          line(out, "settled " + message.id());
        }
      }
    } catch (Exception e) {
      line(out, "failed " + e);
    }
  }

  private static void line(PrintStream out, String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
