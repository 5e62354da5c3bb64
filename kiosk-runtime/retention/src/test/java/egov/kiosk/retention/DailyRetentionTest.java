package egov.kiosk.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditDataClass;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetentionRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is destroyed, when, by which time, and what is recorded of it. */
class DailyRetentionTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path temp;
  private Hall hall;
  private ShelfStore labels;

  @BeforeEach
  void open() throws Exception {
    hall = new Hall(temp.resolve("retention"));
    labels =
        new ShelfStore(
            Holding.QUEUE_LABELS,
            Stream.of(60, 45, 31, 29, 1)
                .map(days -> Hall.NOON.minus(DAY.multipliedBy(days)))
                .toList());
    hall.stores.add(labels);
  }

  private List<String> said() {
    return hall.records.stream()
        .filter(one -> one.attributes().get(AuditAttribute.RULE).toString().equals("R-04"))
        .map(one -> one.result() + " " + one.attributes())
        .toList();
  }

  @Test
  void overTheirTime_destroyedAndRecordedWithoutTheData() {
    hall.receipt(Hall.NOON);
    hall.retention.beat();
    assertEquals(2, labels.things.size());
    AuditEvent begun = hall.records.get(1);
    AuditEvent done = hall.records.get(2);
    assertEquals(AuditResult.BEGUN, begun.result());
    assertEquals(AuditResult.DONE, done.result());
    assertEquals(AuditDataClass.PERSONAL, done.dataClass());
    assertEquals(
        "{COMPONENT=queue-labels, RULE=R-04, FROM=2026-04-02, TO=2026-05-01, COUNT=3}",
        done.attributes().toString());
  }

  @Test
  void receipts_releasedContentIsRecordedWithTheNextRun() {
    hall.receipt(Hall.NOON.minus(DAY));
    hall.receipt(Hall.NOON);
    hall.retention.beat();
    AuditEvent released = hall.records.get(0);
    assertEquals(AuditDataClass.SENSITIVE, released.dataClass());
    assertEquals(
        "{COMPONENT=queue-content, RULE=R-03, FROM=2026-05-31, TO=2026-06-01, COUNT=2}",
        released.attributes().toString());
  }

  @Test
  void nobodyTellsTheTime_nothingGoes() {
    hall.pass(Duration.ofDays(4000));
    hall.retention.beat();
    assertEquals(5, labels.things.size());
    assertThrows(RetentionRefusedException.class, () -> hall.retention.run(AuditActor.TECHNICIAN));
    assertEquals(List.of(), hall.records);
  }

  @Test
  void citizenThere_waits_andStopsBetweenTwoSlices() throws Exception {
    hall.receipt(Hall.NOON);
    hall.serving = true;
    hall.retention.beat();
    assertEquals(5, labels.things.size());
    hall.serving = false;
    for (int i = 0; i < 500; i++) {
      labels.things.add(0, Hall.NOON.minus(DAY.multipliedBy(100)));
    }
    labels.afterSlice = () -> hall.serving = true;
    hall.retention.beat();
    assertEquals(305, labels.things.size());
    labels.afterSlice = () -> {};
    hall.serving = false;
    hall.retention.beat();
    assertEquals(2, labels.things.size());
    assertEquals(4, said().size(), said()::toString);
  }

  @Test
  void onceADay_atItsHour_andMadeUpAfterBeingOff() throws Exception {
    hall.receipt(Hall.NOON);
    hall.retention.beat();
    labels.things.add(Instant.EPOCH);
    // 12:00 in the hall; it is due again at 3:00.
    hall.pass(Duration.ofHours(14));
    hall.retention.beat();
    assertEquals(3, labels.things.size());
    hall.pass(Duration.ofMinutes(61));
    hall.retention.beat();
    assertFalse(labels.things.contains(Instant.EPOCH));

    labels.things.add(Instant.EPOCH);
    hall.start();
    hall.retention.beat();
    assertTrue(labels.things.contains(Instant.EPOCH), "only one run a day");
    hall.receipt(Hall.NOON.plus(DAY.multipliedBy(3)));
    hall.retention.beat();
    assertFalse(labels.things.contains(Instant.EPOCH));
  }

  @Test
  void restarted_timeReachedIsRemembered_andNeverRunsBack() throws Exception {
    hall.receipt(Hall.NOON);
    hall.retention.beat();
    hall.start();
    assertEquals(2, hall.retention.look().get(0).due().count() + 2);
    labels.things.add(Instant.EPOCH);
    hall.receipt(Hall.NOON.minus(DAY.multipliedBy(300)));
    assertEquals(1, hall.retention.look().get(0).due().count());
    assertTrue(hall.retention.now().orElseThrow().isAfter(Hall.NOON.minusSeconds(1)));
  }

  @Test
  void bookUnreadable_waitsForThePlatform() throws Exception {
    hall.receipt(Hall.NOON);
    hall.retention.beat();
    Files.writeString(temp.resolve("retention/book"), "9999-99-99\nwhenever\n");
    hall.start();
    assertTrue(hall.retention.now().isEmpty());
  }

  @Test
  void auditLogFull_nothingGoes_andTheDoctorSaysSo() {
    hall.auditing = false;
    hall.receipt(Hall.NOON);
    hall.retention.beat();
    assertEquals(5, labels.things.size());
    assertEquals(Level.WARN, new RetentionCheck(hall.retention).check(Duration.ZERO).level());
    hall.auditing = true;
    hall.retention.beat();
    assertEquals(2, labels.things.size());
    assertEquals(Level.OK, new RetentionCheck(hall.retention).check(Duration.ZERO).level());
  }

  @Test
  void citizensThereForDays_overdue_andTheDoctorSaysWhatToDo() {
    hall.receipt(Hall.NOON);
    hall.retention.beat();
    labels.things.add(Instant.EPOCH);
    hall.serving = true;
    hall.pass(DAY.multipliedBy(3));
    hall.retention.beat();
    assertEquals(Level.OK, new RetentionCheck(hall.retention).check(Duration.ZERO).level());
    hall.pass(Duration.ofMinutes(1));
    hall.retention.beat();
    Finding late = new RetentionCheck(hall.retention).check(Duration.ZERO);
    assertEquals(Level.WARN, late.level());
    assertEquals(Actor.TECHNICIAN, late.actor());
    assertTrue(late.what().contains("nothing was destroyed since 2026-06-01"), late::toString);
    assertTrue(late.advice().contains("idle"), late::toString);
    assertTrue(labels.things.contains(Instant.EPOCH), "nothing goes while somebody is served");
    hall.serving = false;
    hall.retention.beat();
    assertFalse(labels.things.contains(Instant.EPOCH), "made up as soon as nobody is there");
    assertEquals(Level.OK, new RetentionCheck(hall.retention).check(Duration.ZERO).level());
  }

  @Test
  void oneStoreFails_theOthersGoOn_andTheDoctorSaysSo() {
    ShelfStore broken = new ShelfStore(Holding.QUEUE_SET_ASIDE, List.of(Instant.EPOCH));
    broken.failing = true;
    hall.stores.add(0, broken);
    hall.receipt(Hall.NOON);
    hall.retention.beat();
    assertEquals(2, labels.things.size());
    var finding = new RetentionCheck(hall.retention).check(Duration.ZERO);
    assertEquals(Level.WARN, finding.level());
    assertTrue(finding.toString().contains("R-06"), finding::toString);
  }

  @Test
  void look_changesNothing() throws Exception {
    hall.receipt(Hall.NOON);
    assertEquals(3, hall.retention.look().get(0).due().count());
    assertEquals(5, labels.things.size());
    assertEquals(List.of(), hall.records);
  }
}
