package egov.kiosk.gateway.attachment;

import static egov.kiosk.gateway.attachment.AttachmentDesk.Answer.COMPLETE;
import static egov.kiosk.gateway.attachment.AttachmentDesk.Answer.LATER;
import static egov.kiosk.gateway.attachment.AttachmentDesk.Answer.REFUSED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.ChunkMessage;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.UpChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectingDeskTest {
  private static final String KIOSK = "k-1";
  private static final byte[] ENVELOPE = {1, 2, 3};
  private static final long PER_KIOSK = 64L << 20;

  @TempDir Path directory;
  private final Cut cut = new Cut(KIOSK, 100_000);
  private final List<String> again = new ArrayList<>();
  private final Asked asked = new Asked();
  private Instant now = Instant.now();
  private FileShelf shelf;
  private Vault vault;
  private CollectingDesk desk;

  @BeforeEach
  void open() {
    shelf = new FileShelf(directory.resolve("chunks"), PER_KIOSK);
    vault = new Vault(directory.resolve("attachments"));
    desk = desk();
  }

  private CollectingDesk desk() {
    return new CollectingDesk(
        new CollectingDesk.Stock(
            shelf,
            vault,
            new EnclosureBook(directory.resolve("enclosures")),
            cut.cipher,
            new StreamedSm3()),
        asked.desk(() -> now),
        (topic, envelope) -> again.add(topic),
        Duration.ofSeconds(30),
        () -> now);
  }

  private void chunk(String kiosk, byte[] payload) throws Exception {
    desk.received(UpChannel.ATTACHMENT, kiosk, payload);
  }

  private void chunks(Integer... indexes) throws Exception {
    for (int index : indexes) {
      chunk(KIOSK, cut.payload(index));
    }
  }

  private AttachmentDesk.Answer manifest() throws Exception {
    return desk.manifest(cut.manifest, ENVELOPE);
  }

  private void assertKept(Cut whole) throws Exception {
    Path file = vault.file(KIOSK, whole.manifest.id());
    assertArrayEquals(whole.content, Files.readAllBytes(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(new BitSet(), shelf.have(KIOSK, whole.manifest.id()), "chunks are gone");
  }

  @Test
  void manifest_afterAllChunks_complete() throws Exception {
    chunks(0, 1, 2, 3);
    assertEquals(COMPLETE, manifest());
    assertKept(cut);
    assertEquals(COMPLETE, manifest(), "asked once more");
    assertEquals(List.of(), asked.orders());
  }

  @Test
  void manifest_beforeTheChunksInAnyOrderAndTwice_takenAgainWithTheLast() throws Exception {
    assertEquals(LATER, manifest());
    chunks(3, 1, 1, 0, 3);
    assertEquals(List.of(), again);
    chunks(2);
    assertEquals(List.of("egov/1/k-1/up/tx/attachment"), again);
    assertEquals(COMPLETE, manifest());
    assertKept(cut);
    chunks(2, 3);
    assertEquals(
        new BitSet(), shelf.have(KIOSK, cut.manifest.id()), "late doubles are not collected");
  }

  @Test
  void manifest_someMissing_askedForOnlyWhenTheKioskIsQuiet() throws Exception {
    assertEquals(LATER, manifest());
    assertEquals(List.of(List.of(0, 1, 2, 3)), asked.chunks());
    chunks(0, 2);
    now = Instant.now();
    assertEquals(LATER, manifest());
    assertEquals(1, asked.orders().size(), "chunks are flowing");
    now = now.plusSeconds(60);
    assertEquals(LATER, manifest());
    assertEquals(List.of(1, 3), asked.chunks().get(1));
    assertEquals(cut.manifest.id().value(), asked.orders().get(1).attachmentId());
    assertEquals(KIOSK, asked.orders().get(1).kioskId());
  }

  @Test
  void manifest_wrongTag_thatChunkIsAskedForAgain() throws Exception {
    chunks(0, 1, 2);
    byte[] bent = cut.payload(3);
    bent[bent.length - 1] ^= 1;
    chunk(KIOSK, bent);
    now = Instant.now().plusSeconds(60);
    assertEquals(LATER, manifest());
    assertEquals(List.of(List.of(3)), asked.chunks());
    assertFalse(vault.has(KIOSK, cut.manifest.id()));
    chunks(3);
    assertEquals(1, again.size());
    assertEquals(COMPLETE, manifest());
    assertKept(cut);
  }

  @Test
  void manifest_chunkUnderAnotherNumber_isAWrongTag() throws Exception {
    chunks(0, 1, 2);
    chunk(KIOSK, new ChunkMessage(cut.manifest.id(), 3, cut.sealed(2)).bytes());
    now = Instant.now().plusSeconds(60);
    assertEquals(LATER, manifest());
    assertEquals(List.of(List.of(3)), asked.chunks());
  }

  @Test
  void received_foreignKiosk_neverMixedWithTheOthers() throws Exception {
    for (int index = 0; index < cut.chunks(); index++) {
      chunk("k-2", cut.payload(index));
    }
    assertEquals(LATER, manifest());
    chunks(0, 1, 2);
    byte[] junk = cut.payload(3);
    junk[60] ^= 1;
    chunk("k-2", junk);
    chunks(3);
    assertEquals(COMPLETE, manifest());
    assertKept(cut);
  }

  @Test
  void received_anyBytesOrNumbersOutOfBounds_dropped() throws Exception {
    manifest();
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      byte[] junk = new byte[random.nextInt(200)];
      random.nextBytes(junk);
      chunk(KIOSK, junk);
    }
    chunk(KIOSK, new ChunkMessage(cut.manifest.id(), 4, cut.sealed(3)).bytes());
    chunk(KIOSK, new ChunkMessage(cut.manifest.id(), 20_479, cut.sealed(3)).bytes());
    assertEquals(new BitSet(), shelf.have(KIOSK, cut.manifest.id()));
  }

  @Test
  void received_moreThanAKioskMayHave_droppedAndOthersGoOn() throws Exception {
    shelf = new FileShelf(directory.resolve("small"), 66_000);
    desk = desk();
    chunks(0, 1, 2, 3);
    assertEquals(2, shelf.have(KIOSK, cut.manifest.id()).cardinality());
    Cut other = new Cut("k-2", 10);
    chunk("k-2", other.payload(0));
    assertEquals(COMPLETE, desk.manifest(other.manifest, ENVELOPE));
    shelf.drop(KIOSK, cut.manifest.id());
    chunks(0, 1);
    assertEquals(2, shelf.have(KIOSK, cut.manifest.id()).cardinality(), "space is given back");
  }

  @Test
  void manifest_digestThatCannotFit_refused() throws Exception {
    AttachmentManifest lie = cut.manifest(KIOSK, "ab".repeat(32), cut.content.length);
    chunks(0, 1, 2, 3);
    assertEquals(REFUSED, desk.manifest(lie, ENVELOPE));
    assertFalse(vault.has(KIOSK, cut.manifest.id()));
    assertEquals(new BitSet(), shelf.have(KIOSK, cut.manifest.id()));
  }

  @Test
  void manifest_lengthThatCannotFit_refused() throws Exception {
    String sm3 = cut.manifest.sm3();
    chunks(0, 1, 2, 3);
    assertEquals(
        REFUSED, desk.manifest(cut.manifest(KIOSK, sm3, cut.content.length - 1), ENVELOPE));
  }

  @Test
  void manifest_sameIdForSomethingElse_refusedAndTheFirstStays() throws Exception {
    chunks(0, 1, 2, 3);
    assertEquals(COMPLETE, manifest());
    AttachmentManifest other = cut.manifest(KIOSK, "ab".repeat(32), cut.content.length);
    assertEquals(REFUSED, desk.manifest(other, ENVELOPE));
    assertKept(cut);
  }

  @Test
  void manifest_workerKilledBetweenSteps_theNextOneGoesOn() throws Exception {
    chunks(0, 1);
    assertEquals(LATER, manifest());
    // Another worker, that knows nothing but the directories.
    desk = desk();
    Path kiosk = directory.resolve("attachments").resolve(KIOSK);
    Files.createDirectories(kiosk);
    Files.write(kiosk.resolve(".half-written"), new byte[10]);
    chunks(2, 3);
    assertEquals(COMPLETE, manifest());
    // Killed after it was kept and before the chunks were dropped or the receipt was recorded.
    shelf.put(KIOSK, cut.manifest.id(), 0, cut.sealed(0));
    desk = desk();
    assertEquals(COMPLETE, manifest());
    assertKept(cut);
  }

  @Test
  void manifest_twentyMebibytesInRandomOrder_complete() throws Exception {
    Cut large = new Cut(KIOSK, (int) AttachmentManifest.MAX_BYTES);
    List<Integer> order = new ArrayList<>(IntStream.range(0, large.chunks()).boxed().toList());
    Collections.shuffle(order, new Random(3));
    assertEquals(LATER, desk.manifest(large.manifest, ENVELOPE));
    for (int index : order) {
      chunk(KIOSK, large.payload(index));
    }
    assertEquals(1, again.size());
    assertEquals(COMPLETE, desk.manifest(large.manifest, ENVELOPE));
    assertKept(large);
    assertEquals(
        large.manifest.sm3(),
        HexFormat.of()
            .formatHex(
                new StreamedSm3().of(Files.readAllBytes(vault.file(KIOSK, large.manifest.id())))));
  }

  @Test
  void tidy_chunksNobodyAskedForInAMonth_goneAndYoungerOnesStay() throws Exception {
    chunks(0);
    shelf.tidy(Instant.now().minusSeconds(60));
    assertTrue(shelf.have(KIOSK, cut.manifest.id()).get(0));
    shelf.tidy(Instant.now().plusSeconds(60));
    assertEquals(new BitSet(), shelf.have(KIOSK, cut.manifest.id()));
  }
}
