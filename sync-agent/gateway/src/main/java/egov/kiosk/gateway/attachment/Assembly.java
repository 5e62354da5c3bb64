package egov.kiosk.gateway.attachment;

import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.ChunkCipher;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Puts one attachment together: opens each chunk, checks its tag and length, and the SM3 of the
 * whole. Holds one chunk at a time. Used by one thread.
 */
final class Assembly {
  private final AttachmentManifest manifest;
  private final ChunkShelf shelf;
  private final ChunkCipher cipher;
  private final Sm3Digest.Running digest;
  private final BitSet bad = new BitSet();
  private boolean impossible;

  Assembly(AttachmentManifest manifest, ChunkShelf shelf, ChunkCipher cipher, Sm3Digest digests) {
    this.manifest = manifest;
    this.shelf = shelf;
    this.cipher = cipher;
    digest = digests.start();
  }

  /** Writes the attachment. */
  boolean write(OutputStream to) throws IOException {
    for (int index = 0; index < manifest.chunks() && !impossible; index++) {
      Optional<byte[]> plain = open(index);
      if (plain.isEmpty()) {
        bad.set(index);
      } else if (plain.get().length != length(index)) {
        // Its tag is right, so the kiosk itself cut it so: no sending again will help.
        impossible = true;
      } else if (bad.isEmpty()) {
        digest.update(plain.get(), 0, plain.get().length);
        to.write(plain.get());
      }
    }
    if (!bad.isEmpty() || impossible) {
      return false;
    }
    impossible = !HexFormat.of().formatHex(digest.finish()).equals(manifest.sm3());
    return !impossible;
  }

  private Optional<byte[]> open(int index) throws IOException {
    Optional<byte[]> sealed = shelf.get(manifest.kioskId(), manifest.id(), index);
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> plain = cipher.open(manifest.key(), manifest.id(), index, sealed.get());
    if (plain.isEmpty()) {
      shelf.remove(manifest.kioskId(), manifest.id(), index);
    }
    return plain;
  }

  private long length(int index) {
    return Math.min(manifest.chunkBytes(), manifest.bytes() - (long) index * manifest.chunkBytes());
  }

  /** The chunks that were not here or not right. */
  BitSet bad() {
    return bad;
  }

  /** Whether the manifest and what the kiosk sealed can never fit. */
  boolean impossible() {
    return impossible;
  }
}
