package egov.kiosk.gateway.attachment;

import static egov.kiosk.gateway.attachment.EnclosureState.Word.COMPLETE;
import static egov.kiosk.gateway.attachment.EnclosureState.Word.DIFFERS;
import static egov.kiosk.gateway.attachment.EnclosureState.Word.INCOMPLETE;
import static egov.kiosk.gateway.attachment.EnclosureState.Word.UNANNOUNCED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnclosureBookTest {
  private static final String KIOSK = "k-1";
  private static final Enclosure FRONT = enclosure("id-copy-1", 'a');
  private static final Enclosure BACK = enclosure("id-copy-2", 'b');

  @TempDir Path directory;
  private final TransactionId transaction = TransactionId.create(Instant.now());
  private EnclosureBook book;

  @BeforeEach
  void open() {
    book = new EnclosureBook(directory);
  }

  private static Enclosure enclosure(String name, char digit) {
    return new Enclosure(name, "image/jpeg", 1000, String.valueOf(digit).repeat(64));
  }

  private AttachmentManifest manifest(Enclosure enclosure) {
    return of(transaction, enclosure);
  }

  private void assertStands(EnclosureState.Word word, List<String> missing, List<String> differing)
      throws Exception {
    EnclosureState state = new EnclosureState(KIOSK, transaction, word, missing, differing);
    assertEquals(Optional.of(state), book.state(KIOSK, transaction));
    assertEquals(word == COMPLETE ? List.of() : List.of(state), book.openSince(Instant.MAX));
  }

  @Test
  void attachments_afterTheirTransaction_areMissingUntilTheLastIsHere() throws Exception {
    book.named(KIOSK, transaction, List.of(FRONT, BACK));
    assertStands(INCOMPLETE, List.of("id-copy-1", "id-copy-2"), List.of());
    book.arrived(manifest(BACK));
    assertStands(INCOMPLETE, List.of("id-copy-1"), List.of());
    book.arrived(manifest(FRONT));
    assertStands(COMPLETE, List.of(), List.of());
  }

  @Test
  void attachments_beforeTheirTransaction_waitForIt() throws Exception {
    book.arrived(manifest(FRONT));
    assertStands(UNANNOUNCED, List.of(), List.of());
    book.named(KIOSK, transaction, List.of(FRONT));
    assertStands(COMPLETE, List.of(), List.of());
  }

  @Test
  void attachment_ofAnotherDigestOrName_isAnother() throws Exception {
    book.named(KIOSK, transaction, List.of(FRONT));
    book.arrived(manifest(enclosure("id-copy-1", 'c')));
    assertStands(DIFFERS, List.of("id-copy-1"), List.of("id-copy-1"));
    book.arrived(manifest(FRONT));
    book.arrived(manifest(BACK));
    assertStands(DIFFERS, List.of(), List.of("id-copy-1", "id-copy-2"));
  }

  @Test
  void everything_comingTwiceAndAfterARestart_changesNothing() throws Exception {
    AttachmentManifest front = manifest(FRONT);
    book.named(KIOSK, transaction, List.of(FRONT));
    book.arrived(front);
    open();
    book.named(KIOSK, transaction, List.of(FRONT));
    book.arrived(front);
    // The kiosk lost its power between sending and noting it, and sent the same once more.
    book.arrived(manifest(FRONT));
    assertStands(COMPLETE, List.of(), List.of());
  }

  @Test
  void slip_isNobodysEnclosure() throws Exception {
    book.arrived(manifest(enclosure("slip", 'd')));
    assertEquals(Optional.empty(), book.state(KIOSK, transaction));
    assertEquals(List.of(), book.openSince(Instant.MAX));
  }

  @Test
  void openSince_namesOnlyWhatHasBeenOpenForLongEnough() throws Exception {
    book.named(KIOSK, transaction, List.of(FRONT));
    Instant now = Instant.now();
    assertEquals(List.of(), book.openSince(now.minus(Duration.ofHours(1))));
    Files.setLastModifiedTime(
        directory.resolve("open").resolve(KIOSK).resolve(transaction.value()),
        FileTime.from(now.minus(Duration.ofHours(2))));
    assertEquals(1, book.openSince(now.minus(Duration.ofHours(1))).size());
  }

  @Test
  void severalWorkersAtOnce_leaveNothingOpenThatIsComplete() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 50; round++) {
        TransactionId id = TransactionId.create(Instant.now());
        AttachmentManifest front = of(id, FRONT);
        AttachmentManifest back = of(id, BACK);
        List<Callable<Void>> work = new ArrayList<>();
        work.add(() -> done(() -> worker().named(KIOSK, id, List.of(FRONT, BACK))));
        work.add(() -> done(() -> worker().arrived(front)));
        work.add(() -> done(() -> worker().arrived(back)));
        for (Future<Void> one : workers.invokeAll(work)) {
          one.get();
        }
        assertEquals(Optional.of(COMPLETE), book.state(KIOSK, id).map(EnclosureState::word));
      }
      assertEquals(0, Files.list(directory.resolve("open").resolve(KIOSK)).count());
    } finally {
      workers.shutdownNow();
    }
  }

  private EnclosureBook worker() {
    return new EnclosureBook(directory);
  }

  private interface Step {
    void take() throws Exception;
  }

  private static Void done(Step step) throws Exception {
    step.take();
    return null;
  }

  private static AttachmentManifest of(TransactionId transaction, Enclosure enclosure) {
    return new AttachmentManifest(
        TransactionId.create(Instant.now()),
        KIOSK,
        transaction,
        enclosure.name(),
        enclosure.mediaType(),
        enclosure.bytes(),
        enclosure.sm3(),
        1024,
        "0".repeat(32));
  }
}
