package egov.kiosk.gateway.attachment;

import egov.kiosk.contract.ChunkMessage;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.transaction.TransactionId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** An attachment as a kiosk cuts it. */
final class Cut {
  static final int CHUNK = 32 * 1024;

  final ChunkCipher cipher = new Sm4ChunkCipher(new SecureRandom());
  final String key = cipher.newKey();
  final byte[] content;
  final AttachmentManifest manifest;

  Cut(String kioskId, int bytes) {
    content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    manifest = manifest(kioskId, HexFormat.of().formatHex(new StreamedSm3().of(content)), bytes);
  }

  AttachmentManifest manifest(String kioskId, String sm3, long bytes) {
    return new AttachmentManifest(
        manifest == null ? TransactionId.create(Instant.now()) : manifest.id(),
        kioskId,
        TransactionId.create(Instant.now()),
        "scan",
        "image/png",
        bytes,
        sm3,
        CHUNK,
        key);
  }

  int chunks() {
    return manifest.chunks();
  }

  byte[] sealed(int index) {
    return cipher.seal(
        key,
        manifest.id(),
        index,
        Arrays.copyOfRange(content, index * CHUNK, Math.min(content.length, (index + 1) * CHUNK)));
  }

  byte[] payload(int index) {
    return new ChunkMessage(manifest.id(), index, sealed(index)).bytes();
  }
}
