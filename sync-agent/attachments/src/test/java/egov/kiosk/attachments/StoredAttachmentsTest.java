package egov.kiosk.attachments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.attachments.store.Space;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.AttachmentException.Reason;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredAttachmentsTest {
  private final Bench bench = new Bench();

  private void refused(Reason reason, byte[] content) {
    AttachmentException refused =
        assertThrows(AttachmentException.class, () -> bench.attach(content));
    assertEquals(reason, refused.reason());
    assertEquals(Map.of(), bench.disk.files(), "nothing of it is kept");
    assertEquals(0, bench.space.used());
  }

  @Test
  void attach_anySize_chunksAndManifestSayTheSame() throws Exception {
    for (int bytes : new int[] {1, 32767, 32768, 32769, 65536, 100_000}) {
      byte[] content = Bench.content(bytes);
      TransactionId id = bench.attach(content);
      assertArrayEquals(content, bench.assembled(id));
      AttachmentManifest manifest = bench.manifest(id);
      assertEquals(Bench.TRANSACTION, manifest.transactionId());
      assertEquals("id-copy", manifest.name());
      assertEquals("image/jpeg", manifest.mediaType());
      assertEquals(Lane.BULK, bench.outbox.queued.get(id).label().lane());
      assertTrue(bench.store.marked(id));
      assertEquals(id, bench.announced.get(bench.announced.size() - 1));
    }
  }

  @Test
  void attach_largestAllowed_taken() throws Exception {
    byte[] content = Bench.content((int) AttachmentManifest.MAX_BYTES);
    TransactionId id = bench.attach(content);
    assertArrayEquals(content, bench.assembled(id));
    assertEquals(640, bench.store.extent(id).chunks());
    assertEquals(AttachmentManifest.MAX_BYTES + 640 * 16, bench.space.used());
  }

  @Test
  void attach_twice_differentKeys() throws Exception {
    byte[] content = Bench.content(100);
    TransactionId one = bench.attach(content);
    TransactionId two = bench.attach(content);
    assertFalse(bench.manifest(one).key().equals(bench.manifest(two).key()));
  }

  @Test
  void attach_underTheCallersIdentity_cutOffOrAskedAgain_isStoredOnce() throws Exception {
    TransactionId id = TransactionId.create(java.time.Instant.now());
    byte[] content = Bench.content(40_000);
    bench.store.begin(id);
    bench.store.write(id, 0, new byte[7]);
    for (int time = 0; time < 3; time++) {
      bench.attachments.attach(
          id,
          Bench.TRANSACTION,
          "photo-1",
          "image/jpeg",
          new java.io.ByteArrayInputStream(content));
    }
    assertArrayEquals(content, bench.assembled(id));
    assertEquals(1, bench.outbox.queued.size());
    assertEquals("photo-1", bench.manifest(id).name());
  }

  @Test
  void attach_plainBytes_neverReachTheDisk() throws Exception {
    bench.attach("secret words ".repeat(1000).getBytes(StandardCharsets.US_ASCII));
    for (byte[] file : bench.disk.files().values()) {
      assertFalse(new String(file, StandardCharsets.ISO_8859_1).contains("secret"));
    }
  }

  @Test
  void attach_emptyOrTooLarge_refused() {
    refused(Reason.SIZE, new byte[0]);
    refused(Reason.SIZE, new byte[(int) AttachmentManifest.MAX_BYTES + 1]);
  }

  @Test
  void attach_quotaDiskOrQueueFull_refusedCleanly() {
    bench.space.limits(50_000, 0);
    refused(Reason.FULL, Bench.content(60_000));
    bench.space.limits(Bench.QUOTA, 1000);
    bench.disk.usable(20_000);
    refused(Reason.FULL, Bench.content(60_000));
    bench.disk.usable(Long.MAX_VALUE / 4);
    bench.outbox.accepting = false;
    refused(Reason.FULL, Bench.content(10));
    bench.outbox.accepting = true;
    bench.outbox.refuses = OutboxException.Reason.FULL;
    refused(Reason.FULL, Bench.content(10));
  }

  @Test
  void attach_quotaUsedUpThenGivenBack_takenAgain() throws Exception {
    bench.space.limits(50_000, 0);
    bench.attach(Bench.content(40_000));
    assertThrows(AttachmentException.class, () -> bench.attach(Bench.content(20_000)));
    assertEquals(40_032, bench.space.used());
    bench.space.give(40_032);
    bench.attach(Bench.content(20_000));
  }

  @Test
  void attach_sourceBreaksOff_refusedAndNothingKept() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(Bench.content(70_000)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("scanner unplugged");
              }
            });
    AttachmentException refused =
        assertThrows(
            AttachmentException.class,
            () -> bench.attachments.attach(Bench.TRANSACTION, "scan", "image/png", broken));
    assertEquals(Reason.SOURCE, refused.reason());
    assertEquals(Map.of(), bench.disk.files());
    assertEquals(0, bench.space.used());
  }

  @Test
  void attach_keysNotInOrder_refusedAndNothingKept() {
    bench.keysInOrder = false;
    refused(Reason.SEAL, Bench.content(70_000));
  }

  @Test
  void attach_diskError_refused() {
    bench.disk.breakAt(Bench.ROOT);
    AttachmentException refused =
        assertThrows(AttachmentException.class, () -> bench.attach(Bench.content(10)));
    assertEquals(Reason.IO, refused.reason());
  }

  @Test
  void attach_queueFailsAfterItStored_chunksStay() throws Exception {
    bench.outbox.refuses = OutboxException.Reason.IO;
    bench.outbox.refusesAfterStoring = true;
    byte[] content = Bench.content(70_000);
    assertThrows(AttachmentException.class, () -> bench.attach(content));
    TransactionId id = List.copyOf(bench.outbox.queued.keySet()).get(0);
    assertArrayEquals(content, bench.assembled(id), "its manifest will be settled");
  }

  @Test
  void attach_queueFailsAndCannotBeAsked_chunksStayUntilItCan() throws Exception {
    bench.outbox.refuses = OutboxException.Reason.IO;
    bench.outbox.silent = true;
    assertThrows(AttachmentException.class, () -> bench.attach(Bench.content(10)));
    assertFalse(bench.disk.files().isEmpty());
    bench.outbox.silent = false;
    bench.restart();
    bench.recovery().run(true);
    assertEquals(Map.of(), bench.disk.files());
    assertEquals(0, bench.space.used());
  }

  @Test
  void attach_wrongNameOrType_refused() {
    for (String name : List.of("", "a/b", "..", "A", "x".repeat(65))) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              bench.attachments.attach(
                  Bench.TRANSACTION, name, "image/png", InputStream.nullInputStream()));
    }
  }

  @Test
  void take_overTheQuota_givesBack() throws Exception {
    Space space = new Space(bench.store, 10, 0);
    assertTrue(space.take(10));
    assertFalse(space.take(1));
    assertEquals(10, space.used());
  }
}
