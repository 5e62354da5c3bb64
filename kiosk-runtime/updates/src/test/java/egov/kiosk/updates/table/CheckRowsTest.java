package egov.kiosk.updates.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.lab.Keys;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.release.Publication;
import egov.kiosk.updates.release.Signer;
import egov.kiosk.updates.slot.Updater;
import egov.kiosk.updates.trust.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 2 to 8: metadata that must not be believed. After each, version 1 runs as before. */
class CheckRowsTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir static Path workshop;
  private static Kiosk original;

  @TempDir Path home;
  private Kiosk kiosk;
  private Path download;

  @BeforeAll
  static void original() throws Exception {
    original = new Kiosk(workshop).withVersion1();
  }

  @BeforeEach
  void machine() throws Exception {
    kiosk = original.copyTo(home);
    download = kiosk.publish(Kiosk.draft(2));
  }

  @AfterEach
  void oldRuns() throws Exception {
    kiosk.updater().prestart();
    assertTrue(kiosk.running() >= 1, "something verified runs");
  }

  private void assertRefused(Refusal refusal, Updater updater) throws Exception {
    UpdateRefusedException refused =
        assertThrows(UpdateRefusedException.class, () -> updater.install(download));
    assertEquals(refusal, refused.refusal(), refused.getMessage());
    assertEquals(1, kiosk.running());
    assertTrue(kiosk.state().staged().isEmpty());
  }

  private Updater at(Instant clock) {
    return new Updater(kiosk.places, kiosk.machine(clock), step -> {});
  }

  @Test
  void row02_freeze_timestampOver_refusedAndSaysSo() throws Exception {
    assertRefused(Refusal.EXPIRED, at(kiosk.now.plus(DAY.multipliedBy(40))));
  }

  @Test
  void row02_stickThatTravelledThreeWeeks_isTaken() throws Exception {
    Updater late = at(kiosk.now.plus(DAY.multipliedBy(21)));
    assertEquals(2, late.install(download).orElseThrow().version());
  }

  @Test
  void row03_g01_olderTargetsOffered_refused() throws Exception {
    kiosk.install(Kiosk.draft(3));
    kiosk.publish(Kiosk.draft(2));
    UpdateRefusedException refused =
        assertThrows(UpdateRefusedException.class, () -> kiosk.updater().install(download));
    assertEquals(Refusal.OLDER, refused.refusal());
    assertEquals(3, kiosk.running());
  }

  @Test
  void row03_marksLost_theInstalledListIsStillTheFloor() throws Exception {
    kiosk.install(Kiosk.draft(3));
    Files.delete(kiosk.places.state().resolve("trust.1"));
    Files.delete(kiosk.places.state().resolve("trust.2"));
    kiosk.publish(Kiosk.draft(2));
    assertThrows(UpdateRefusedException.class, () -> kiosk.updater().install(download));
    assertEquals(3, kiosk.running());
  }

  @Test
  void row04_rootChangedTwiceWhileOff_followedInOrder() throws Exception {
    Keys second = new Keys(Keys.three(), Keys.three(), Keys.signer());
    Keys third = new Keys(Keys.three(), Keys.three(), Keys.signer());
    root(2, second, kiosk.keys);
    root(3, third, second);
    publishWith(third, 4);
    assertEquals(4, kiosk.updater().install(download).orElseThrow().version());
    kiosk.updater().begin();
    kiosk.updater().prestart();
    assertEquals(4, kiosk.running());
  }

  @Test
  void row04_rootThatLeavesOneOut_refused() throws Exception {
    Keys third = new Keys(Keys.three(), Keys.three(), Keys.signer());
    Files.write(
        download.resolve("2.root.json"),
        Signer.file(third.root(3, kiosk.now), both(third, kiosk.keys)));
    assertRefused(Refusal.OLDER, kiosk.updater());
  }

  @Test
  void row04_rootTheOldOneDidNotSign_refused() throws Exception {
    Keys strangers = new Keys();
    root(2, strangers, strangers);
    assertRefused(Refusal.UNSIGNED, kiosk.updater());
  }

  @Test
  void row05_g04_oneSignatureOfTwo_refused() throws Exception {
    sign(List.of(kiosk.keys.managers.get(0)));
    assertRefused(Refusal.UNSIGNED, kiosk.updater());
  }

  @Test
  void row05_g04_sameKeyTwice_refused() throws Exception {
    sign(List.of(kiosk.keys.managers.get(0), kiosk.keys.managers.get(0)));
    assertRefused(Refusal.UNSIGNED, kiosk.updater());
  }

  @Test
  void row05_g04_unknownKey_refused() throws Exception {
    sign(List.of(kiosk.keys.managers.get(0), Keys.signer()));
    assertRefused(Refusal.UNSIGNED, kiosk.updater());
  }

  @Test
  void row06_clockIn1970_lastSignedTimeCountsAndItInstalls() throws Exception {
    assertEquals(2, at(Instant.EPOCH).install(download).orElseThrow().version());
  }

  @Test
  void row06_clockTenYearsAhead_refusedAndAfterwardsAllIsAsBefore() throws Exception {
    assertRefused(Refusal.EXPIRED, at(kiosk.now.plus(DAY.multipliedBy(3650))));
    assertEquals(2, kiosk.updater().install(download).orElseThrow().version());
  }

  @Test
  void row07_g03_newListWithOldSnapshot_refused() throws Exception {
    byte[] snapshot = Files.readAllBytes(kiosk.metadata(Role.SNAPSHOT));
    kiosk.publish(Kiosk.draft(3));
    Files.write(kiosk.metadata(Role.SNAPSHOT), snapshot);
    assertRefused(Refusal.MIXED, kiosk.updater());
  }

  @Test
  void row07_g03_otherTargetsUnderTheSameSnapshot_refused() throws Exception {
    byte[] targets = Files.readAllBytes(kiosk.metadata(Role.TARGETS));
    kiosk.publish(Kiosk.draft(3));
    Files.write(kiosk.metadata(Role.TARGETS), targets);
    assertRefused(Refusal.MIXED, kiosk.updater());
  }

  @Test
  void row08_metadataOfTwoMegabytes_refusedUnread() throws Exception {
    Files.write(kiosk.metadata(Role.TARGETS), new byte[2 << 20]);
    assertRefused(Refusal.MALFORMED, kiosk.updater());
  }

  @Test
  void row08_metadataAHundredThousandLevelsDeep_refused() throws Exception {
    String deep = "[".repeat(30_000) + "]".repeat(30_000);
    Files.write(
        kiosk.metadata(Role.TIMESTAMP),
        ("{\"signatures\":" + deep + "}").getBytes(StandardCharsets.UTF_8));
    assertRefused(Refusal.MALFORMED, kiosk.updater());
  }

  private void root(long version, Keys next, Keys before) throws Exception {
    Files.write(
        download.resolve(Role.rootName(version)),
        Signer.file(next.root(version, kiosk.now), both(next, before)));
  }

  private static List<Signer> both(Keys one, Keys other) {
    return List.of(one.roots.get(0), one.roots.get(1), other.roots.get(0), other.roots.get(2));
  }

  private void publishWith(Keys keys, long version) throws Exception {
    Kiosk.publish(
        kiosk,
        Kiosk.draft(version),
        new Publication(version, kiosk.now, keys.managers, keys.online));
  }

  private void sign(List<Signer> managers) throws Exception {
    Kiosk.publish(
        kiosk, Kiosk.draft(2), new Publication(2, kiosk.now, managers, kiosk.keys.online));
  }
}
