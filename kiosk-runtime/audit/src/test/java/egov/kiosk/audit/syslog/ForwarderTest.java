package egov.kiosk.audit.syslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.audit.Lab;
import egov.kiosk.audit.export.Rfc5424;
import egov.kiosk.audit.export.Syslog;
import egov.kiosk.audit.store.ExportMark;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.builtin.StandardLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log goes to a real collector while it is written. */
class ForwarderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;
  private final AtomicLong nanos = new AtomicLong(5);
  private Lab lab;
  private AuditTrail trail;
  private Forwarder forwarder;

  @BeforeEach
  void open() throws Exception {
    lab = new Lab(temp.resolve("log"));
    lab.segmentBytes = 4096;
    trail = lab.open();
    Rsyslog.prepare(temp);
  }

  @AfterEach
  void close() throws IOException {
    if (forwarder != null) {
      forwarder.close();
    }
    trail.close();
  }

  private Forwarder to(int port, Duration patience) throws IOException {
    LineSettings line = LineSettings.of(LineSettings.TLS).trusting(Rsyslog.trust(temp));
    return Forwarders.of(
        lab.directory,
        Collector.of("127.0.0.1:" + port, line, patience),
        StandardLines.of(InstantSource.system()),
        new Syslog(Lab.KIOSK, Syslog.DOCUMENTATION),
        nanos::get);
  }

  private void write(int records) {
    for (int i = 0; i < records; i++) {
      trail.record(Lab.lasting(i));
      trail.beat();
    }
  }

  private static List<Long> sequences(List<String> messages) {
    return new ArrayList<>(
        new TreeSet<>(
            messages.stream()
                .map(Rfc5424::read)
                .map(one -> Long.valueOf(one.data.get("audit@32473").get("seq")))
                .toList()));
  }

  private List<Long> all() {
    return LongStream.rangeClosed(1, trail.last()).boxed().toList();
  }

  private void arrive(Rsyslog collector) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              nanos.addAndGet(Duration.ofSeconds(1).toNanos());
              forwarder.beat();
              return sequences(collector.got()).equals(all());
            });
  }

  @Test
  void recordsOverSeveralSegments_arriveAsWritten_andOnlyThenCountAsSent() throws Exception {
    try (Rsyslog collector = Rsyslog.start(temp, 0)) {
      forwarder = to(collector.port(), PATIENCE);
      write(40);
      forwarder.beat();
      assertEquals("", forwarder.problem());
      assertEquals(0, forwarder.confirmed());
      arrive(collector);
      write(10);
      arrive(collector);
      nanos.addAndGet(Duration.ofSeconds(11).toNanos());
      forwarder.beat();
      assertEquals(trail.last(), forwarder.confirmed());
      assertEquals(trail.last(), new ExportMark(lab.directory).read());
      assertEquals(all().size(), collector.got().size(), "nothing twice on a line that holds");
    }
  }

  @Test
  void collectorGoneForAWhile_orKioskRestarted_nothingIsMissing() throws Exception {
    int port;
    try (Rsyslog collector = Rsyslog.start(temp, 0)) {
      port = collector.port();
      forwarder = to(port, PATIENCE);
      write(5);
      arrive(collector);
    }
    write(5);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              forwarder.beat();
              return !forwarder.problem().isEmpty();
            });
    write(5);
    forwarder.close();
    forwarder = to(port, PATIENCE);
    try (Rsyslog collector = Rsyslog.start(temp, port)) {
      arrive(collector);
    }
  }

  @Test
  void collectorNobodyVouchesFor_nothingIsSent_andTriesGetRare() throws Exception {
    try (Rsyslog collector = Rsyslog.start(temp, 0)) {
      Path other = Files.createDirectory(temp.resolve("other"));
      Rsyslog.prepare(other);
      Files.copy(
          Rsyslog.trust(other),
          Rsyslog.trust(temp),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      forwarder = to(collector.port(), PATIENCE);
      write(3);
      forwarder.beat();
      assertFalse(forwarder.problem().isEmpty());
      assertEquals(List.of(), collector.got());
      assertEquals(0, forwarder.confirmed());
    }
  }

  @Test
  void collectorThatTakesNothing_holdsUpNoWriter_andIsCut() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      forwarder = to(deaf.getLocalPort(), Duration.ofSeconds(1));
      write(3);
      Thread sender = new Thread(forwarder::beat, "sender");
      sender.start();
      long before = System.nanoTime();
      trail.require(Lab.lasting(1));
      assertTrue(System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
      sender.join(PATIENCE.toMillis());
      assertFalse(sender.isAlive());
      assertFalse(forwarder.problem().isEmpty());
    }
  }
}
