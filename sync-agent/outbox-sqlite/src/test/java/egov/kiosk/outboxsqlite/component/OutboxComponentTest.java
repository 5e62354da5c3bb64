package egov.kiosk.outboxsqlite.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.outboxsqlite.AnyDigest;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import egov.kiosk.outboxsqlite.Surroundings;
import egov.kiosk.outboxsqlite.TestRing;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxComponentTest {
  @TempDir Path temp;

  private record Configured(String directory, int quotaMiB, int minFreeMiB)
      implements OutboxConfiguration {
    @Override
    public Class<? extends Annotation> annotationType() {
      return OutboxConfiguration.class;
    }
  }

  private Configured in(String name) {
    return new Configured(temp.resolve(name).toString(), 16, 1);
  }

  @Test
  void activate_goodSettings_opensAndBothChecksAnswer() throws Exception {
    OutboxComponent component =
        new OutboxComponent(in("q"), new AnyDigest(), new TestRing("kiosk"));
    assertTrue(component.accepting());
    assertEquals(Level.OK, component.check(Duration.ofSeconds(1)).level());
    assertEquals(Level.OK, new DiskComponent(component).check(Duration.ofSeconds(1)).level());
    component.deactivate();
    assertFalse(component.accepting());
    assertEquals(Level.FAIL, component.check(Duration.ofSeconds(1)).level());
  }

  @Test
  void activate_wrongValue_refusedWithKeyAndRange() {
    for (Configured wrong :
        new Configured[] {
          new Configured("", 16, 1),
          new Configured("a?b", 16, 1),
          new Configured("q", 0, 1),
          new Configured("q", 16, -1)
        }) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> new OutboxComponent(wrong, new AnyDigest(), new TestRing("kiosk")));
      assertTrue(refused.getMessage().startsWith("outbox: "), refused.getMessage());
    }
  }

  @Test
  void activate_directoryInUse_refusesCallsSaysWhyAndRecovers() throws Exception {
    OutboxSettings settings = OutboxSettings.of(temp.resolve("q"), 16, 1);
    SqliteOutbox other = SqliteOutbox.open(settings, Clock.systemUTC(), Optional::empty);
    OutboxComponent component =
        new OutboxComponent(in("q"), new AnyDigest(), new TestRing("kiosk"));
    OutboxException refused = assertThrows(OutboxException.class, component::counts);
    assertEquals(Reason.LOCKED, refused.reason());
    assertFalse(component.accepting());
    assertTrue(component.check(Duration.ZERO).what().contains("another runtime"));
    other.close();
    assertEquals(Level.OK, component.check(Duration.ZERO).level());
    assertEquals(0, component.counts().pending());
    component.deactivate();
  }

  @Test
  void rowsLost_listenerBound_toldOnceWithTheirPlaces() throws Exception {
    OutboxSettings settings = OutboxSettings.of(temp.resolve("q"), 16, 1);
    Surroundings around =
        new Surroundings(
            Clock.systemUTC(), Optional::empty, Optional::empty, new TestRing("kiosk"));
    try (SqliteOutbox outbox = SqliteOutbox.open(settings, around)) {
      for (int i = 0; i < 9; i++) {
        TransactionId id = TransactionId.create(Instant.now());
        outbox.append(
            new SignedEnvelope(id, MessageKind.ITEM, "item", new byte[100], new byte[32]));
      }
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("q").resolve("outbox.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM message WHERE sequence IN (2, 3, 7)");
    }
    List<List<SequenceRange>> told = new CopyOnWriteArrayList<>();
    for (int start = 0; start < 2; start++) {
      OutboxComponent component =
          new OutboxComponent(in("q"), new AnyDigest(), new TestRing("kiosk"));
      component.bindIncidents((at, missing) -> told.add(missing));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
      component.deactivate();
    }
    assertEquals(List.of(List.of(new SequenceRange(2, 3), new SequenceRange(7, 7))), told);
  }

  @Test
  void modified_sameValues_sameQueue() throws Exception {
    OpenOutbox open =
        new OpenOutbox(
            OutboxSettings.of(temp.resolve("q"), 16, 1),
            new Surroundings(
                Clock.systemUTC(), Optional::empty, Optional::empty, new TestRing("kiosk")));
    SqliteOutbox before = open.get();
    open.settings(OutboxSettings.of(temp.resolve("q"), 16, 1));
    assertSame(before, open.get());
    open.close();
  }

  @Test
  void modified_otherDirectory_movesThere() throws Exception {
    OutboxComponent component =
        new OutboxComponent(in("q1"), new AnyDigest(), new TestRing("kiosk"));
    component.modified(in("q2"));
    assertTrue(Files.exists(temp.resolve("q2").resolve("outbox.db")));
    assertTrue(component.accepting());
    component.deactivate();
  }

  @Test
  void disk_queueNotOpen_pointsAtTheQueue() throws Exception {
    Path open = Files.createDirectory(temp.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    OutboxComponent component =
        new OutboxComponent(in("open"), new AnyDigest(), new TestRing("kiosk"));
    assertEquals(Level.WARN, new DiskComponent(component).check(Duration.ZERO).level());
    component.deactivate();
  }
}
