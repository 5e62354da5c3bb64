package egov.kiosk.platform.field;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import egov.kiosk.fieldwork.desk.Sent;
import egov.kiosk.fieldwork.desk.SyncView;
import egov.kiosk.platform.Lab;
import egov.kiosk.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A grid worker's day in flight mode, and what the platform has of it in the evening. Photos have 2
 * KiB, or {@code -Dkiosk.photo.bytes}: a tablet's own have 900,000 at most.
 */
@Timeout(1200)
class FieldDayTest {
  private static final Badge WORKER = new Badge("W-12");
  private static final int VISITS = 60;
  private static final int PHOTOS = 4;
  private static final int PHOTO_BYTES = Integer.getInteger("kiosk.photo.bytes", 2048);

  @TempDir Path directory;

  @Test
  void sixtyVisitsWithFourPhotosInFlightMode_syncInOrderEachExactlyOnce() throws Exception {
    Lab lab = Lab.at(directory);
    FieldTablet.worksIn(lab, FieldTablet.GRID.code());
    try (Platform platform = lab.platform();
        FieldTablet tablet =
            new FieldTablet(lab, platform.port(), Files.createDirectory(directory.resolve("t")))) {
      await().atMost(Duration.ofSeconds(60)).until(tablet::online);
      morning(platform, tablet);
      platform.stopBroker();
      List<String> handedIn = day(tablet);
      assertEquals(VISITS, tablet.work.sync(WORKER).unsent(), "nothing has gone yet");
      platform.startBroker();
      await()
          .atMost(Duration.ofSeconds(1000))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> tablet.work.sync(WORKER).unsent() == 0);
      evening(tablet, handedIn);
    }
  }

  /** The platform's signed order, as it comes down; one of another grid is refused. */
  private static void morning(Platform platform, FieldTablet tablet) throws Exception {
    Map<String, String> other = new LinkedHashMap<>(Map.of("grid", "350102-001-04"));
    other.put("at", "2026-11-22T00:30:00Z");
    platform.orders().command(Lab.A, "field-work", other, Duration.ofHours(1));
    Map<String, String> order = new LinkedHashMap<>();
    order.put("grid", FieldTablet.GRID.code());
    order.put("at", "2026-11-22T00:30:00Z");
    for (int i = 0; i < VISITS; i++) {
      order.put("house.H" + i + ".revision", "1");
      order.put("house.H" + i + ".f.address", "3号楼" + (100 + i));
      order.put("house.H" + i + ".f.p1Name", "李春梅");
      order.put("task.T" + i + ".kind", "VISIT");
      order.put("task.T" + i + ".title", "走访" + i);
      order.put("task.T" + i + ".house", "H" + i);
    }
    platform.orders().command(Lab.A, "field-work", order, Duration.ofHours(1));
    await().atMost(Duration.ofSeconds(60)).until(() -> tablet.answers.size() >= 2);
    assertTrue(tablet.answers.get(0).text().startsWith("OTHER_GRID"), tablet.answers.toString());
    assertTrue(tablet.answers.get(1).done(), tablet.answers.toString());
    assertEquals(VISITS, tablet.work.today(WORKER).tasks().size());
  }

  private static List<String> day(FieldTablet tablet) throws Exception {
    List<String> handedIn = new ArrayList<>();
    for (int i = 0; i < VISITS; i++) {
      DraftView draft =
          tablet.work.begin(
              WORKER,
              new Beginning(
                  DraftKind.VISIT, Optional.of("T" + i), Optional.empty(), Optional.empty()));
      tablet.work.answer(WORKER, draft.id(), "p1Phone", String.format("139%08d", i));
      for (int photo = 0; photo < PHOTOS; photo++) {
        tablet.work.photo(WORKER, draft.id(), "photo", jpeg(i * PHOTOS + photo));
      }
      tablet.work.consent(WORKER, draft.id(), false);
      tablet.work.answer(WORKER, draft.id(), "signRefused", "不识字");
      assertEquals("WAITING", tablet.work.handIn(WORKER, draft.id()).state());
      handedIn.add(draft.id());
    }
    return handedIn;
  }

  private void evening(FieldTablet tablet, List<String> handedIn) throws Exception {
    SyncView sync = tablet.work.sync(WORKER);
    assertEquals(VISITS, sync.sent().size());
    for (Sent one : sync.sent()) {
      assertEquals("ARRIVED", one.state());
      assertEquals(PHOTOS, one.piecesArrived());
      assertTrue(!one.officialNumber().isEmpty());
    }
    assertEquals(handedIn, received(), "in the order of the day, each once");
    Path pictures = directory.resolve("platform/attachments/" + Lab.A);
    try (Stream<Path> files = Files.list(pictures)) {
      assertEquals(VISITS * PHOTOS, files.count(), "every photo once");
    }
    assertEquals(VISITS, tablet.work.today(WORKER).done());
    assertEquals(0, tablet.outbox.counts().pending());
  }

  /** The visits as the platform took them. */
  private List<String> received() throws Exception {
    Pattern visit = Pattern.compile("\"GRID-VISIT\"");
    Pattern id = Pattern.compile("\"id\" ?: ?\"([0-9a-f-]{36})\"");
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve("platform/accepted.jsonl"))) {
      Matcher found = id.matcher(line);
      if (visit.matcher(line).find() && found.find()) {
        ids.add(found.group(1));
      }
    }
    return ids;
  }

  /** A baseline JPEG as far as the judge looks. */
  static byte[] jpeg(int seed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] head = {
      0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63,
      0
    };
    IntStream.of(head).forEach(out::write);
    byte[] noise = new byte[PHOTO_BYTES];
    new Random(seed).nextBytes(noise);
    for (byte one : noise) {
      out.write(one & 0x7F);
    }
    out.write(0xFF);
    out.write(0xD9);
    return out.toByteArray();
  }
}
