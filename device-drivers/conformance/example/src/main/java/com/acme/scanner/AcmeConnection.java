package com.acme.scanner;

import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import egov.kiosk.link.PluggedConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What the maker's paper says, and nothing else. Lives on the device's own thread. */
final class AcmeConnection implements PluggedConnection {
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final int LONGEST = 512;

  private final Link link;
  private final byte[] line = new byte[LONGEST];
  private int length;

  AcmeConnection(Link link) {
    this.link = link;
  }

  /** The self-test: {@code HELLO} is answered with a line that begins with {@code ACME}. */
  static AcmeConnection greet(Link link, Duration limit)
      throws LinkException, InterruptedException {
    AcmeConnection connection = new AcmeConnection(link);
    boolean answered = false;
    try {
      connection.order("HELLO");
      byte[] answer = connection.line(Deadline.after(limit)).orElse(new byte[0]);
      answered = new String(answer, StandardCharsets.US_ASCII).startsWith("ACME");
    } finally {
      if (!answered) {
        connection.close();
      }
    }
    if (!answered) {
      throw new LinkException(LinkFault.NOT_THERE, "this is no ACME scanner; check its address");
    }
    return connection;
  }

  void order(String order) throws LinkException, InterruptedException {
    link.write((order + "\n").getBytes(StandardCharsets.US_ASCII), ANSWER);
  }

  /** Throws away what was shown while nobody waited; an ended connection is noticed here. */
  @Override
  public void glance() throws LinkException, InterruptedException {
    forget();
    link.discard(LONGEST);
  }

  /** One line, without its end; empty when none came in time. The caller overwrites it. */
  Optional<byte[]> line(Deadline deadline) throws LinkException, InterruptedException {
    byte[] one = new byte[1];
    while (!deadline.passed()) {
      if (link.read(one, 0, 1, deadline.remainingAtMost(ANSWER)) == 0) {
        continue;
      }
      if (one[0] == '\n') {
        byte[] whole = Arrays.copyOf(line, length);
        forget();
        return Optional.of(whole);
      }
      // A line that is too long is no code; its end still ends it.
      if (length < LONGEST) {
        line[length++] = one[0];
      }
      one[0] = 0;
    }
    return Optional.empty();
  }

  private void forget() {
    Arrays.fill(line, (byte) 0);
    length = 0;
  }

  @Override
  public void close() {
    forget();
    link.close();
  }
}
