package egov.kiosk.attachments;

import egov.kiosk.attachments.send.QuietHours;
import egov.kiosk.attachments.send.SendRules;
import egov.kiosk.attachments.send.WhenMetered;
import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.attachments.store.Space;
import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A kiosk's attachments on a disk in memory, with a queue that keeps manifests in the clear. */
public final class Bench {
  public static final String KIOSK = "k-1";
  public static final Path ROOT = Path.of("/data/attachments");
  public static final long QUOTA = 100L * 1024 * 1024;
  public static final TransactionId TRANSACTION = TransactionId.create(Instant.EPOCH);
  public static final SendRules RULES =
      new SendRules(3, 0, WhenMetered.CAPPED, 1, 1024 * 1024, QuietHours.ALWAYS);

  public final MemoryDisk disk = new MemoryDisk();
  public final MemoryOutbox outbox = new MemoryOutbox(disk);
  public final ChunkCipher cipher = new Sm4ChunkCipher(new SecureRandom());
  public final Sm3Digest digests = new StreamedSm3();
  public final List<TransactionId> announced = new ArrayList<>();
  public final ChunkStore store = new ChunkStore(ROOT, disk);
  public Space space = new Space(store, QUOTA, 0);
  public StoredAttachments attachments = stored();
  public boolean keysInOrder = true;

  /** A fresh process on the same disk. */
  public void restart() {
    announced.clear();
    space = new Space(store, QUOTA, 0);
    attachments = stored();
  }

  public StoredAttachments stored() {
    return new StoredAttachments(store, space, tools(), Clock.systemUTC(), announced::add);
  }

  public StoredAttachments.Tools tools() {
    StatementSealer sealer =
        new StatementSealer() {
          @Override
          public String kioskId() {
            return KIOSK;
          }

          @Override
          public SignedEnvelope seal(Statement statement) throws SealException {
            if (!keysInOrder) {
              throw new SealException("keys are not in order", null);
            }
            byte[] clear = new CanonicalFleetCodec().encode(statement);
            return new SignedEnvelope(
                statement.id(),
                statement.kind(),
                "attachment",
                clear,
                digests.of(clear),
                Label.of(statement.lane()));
          }
        };
    return new StoredAttachments.Tools(outbox, sealer, cipher, digests);
  }

  public Recovery recovery() {
    return new Recovery(store, space, outbox, attachments::writing, announced::add);
  }

  public TransactionId attach(byte[] content) throws AttachmentException {
    return attachments.attach(
        TRANSACTION, "id-copy", "image/jpeg", new ByteArrayInputStream(content));
  }

  public static byte[] content(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }

  public AttachmentManifest manifest(TransactionId id) throws MalformedMessageException {
    return (AttachmentManifest)
        new CanonicalFleetCodec().decodeStatement(outbox.queued.get(id).bytes());
  }

  /** What the platform would put together from the chunks as they are on the disk. */
  public byte[] assembled(TransactionId id) throws IOException, MalformedMessageException {
    AttachmentManifest manifest = manifest(id);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int index = 0; index < manifest.chunks(); index++) {
      whole.write(cipher.open(manifest.key(), id, index, store.read(id, index)).orElseThrow());
    }
    byte[] bytes = whole.toByteArray();
    if (!HexFormat.of().formatHex(digests.of(bytes)).equals(manifest.sm3())
        || bytes.length != manifest.bytes()) {
      throw new AssertionError("the manifest speaks of something else");
    }
    return bytes;
  }
}
