package egov.kiosk.attachments;

import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.attachments.store.Space;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.AttachmentException.Reason;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/** An attachment on its way to the disk. Used by one thread. */
final class Draft {
  /** Bytes of a chunk before encryption. */
  static final int CHUNK = 32 * 1024;

  private final TransactionId id;
  private final ChunkStore store;
  private final Space space;
  private final ChunkCipher cipher;
  private final Sm3Digest.Running digest;
  private final String key;
  private long bytes;
  private int chunks;
  private long taken;

  Draft(TransactionId id, ChunkStore store, Space space, ChunkCipher cipher, Sm3Digest digests) {
    this.id = id;
    this.store = store;
    this.space = space;
    this.cipher = cipher;
    digest = digests.start();
    key = cipher.newKey();
  }

  /** Reads everything, writes it, and makes it durable. */
  void write(InputStream content) throws AttachmentException {
    try {
      store.begin(id);
      for (byte[] plain = next(content); plain.length > 0; plain = next(content)) {
        add(plain);
      }
      if (bytes == 0) {
        throw new AttachmentException(Reason.SIZE, "there is nothing in it");
      }
      store.force(id, chunks);
    } catch (IOException e) {
      throw new AttachmentException(
          Reason.IO, "the disk refused an attachment; look at the disk and its mount", e);
    }
  }

  private static byte[] next(InputStream content) throws AttachmentException {
    try {
      return content.readNBytes(CHUNK);
    } catch (IOException e) {
      throw new AttachmentException(Reason.SOURCE, "it could not be read to its end", e);
    }
  }

  private void add(byte[] plain) throws AttachmentException, IOException {
    bytes += plain.length;
    if (bytes > AttachmentManifest.MAX_BYTES) {
      throw new AttachmentException(
          Reason.SIZE, "it has more than " + AttachmentManifest.MAX_BYTES + " bytes");
    }
    long length = (long) plain.length + ChunkCipher.TAG_BYTES;
    if (!space.take(length)) {
      throw new AttachmentException(
          Reason.FULL, "the space for attachments is used up; bring the kiosk online to empty it");
    }
    taken += length;
    digest.update(plain, 0, plain.length);
    store.write(id, chunks, cipher.seal(key, id, chunks, plain));
    chunks++;
  }

  AttachmentManifest manifest(
      String kioskId, TransactionId transactionId, String name, String mediaType) {
    return new AttachmentManifest(
        id,
        kioskId,
        transactionId,
        name,
        mediaType,
        bytes,
        HexFormat.of().formatHex(digest.finish()),
        CHUNK,
        key);
  }

  /** Takes everything away again, as far as the disk lets. */
  void discard() {
    try {
      store.delete(id);
      space.give(taken);
    } catch (IOException e) {
      // What stays is nobody's and taken away at the next start; until then it takes up space.
      return;
    }
  }
}
