package egov.kiosk.attachments;

import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.attachments.store.Space;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.AttachmentException.Reason;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes attachments in. Chunks are encrypted as they are read, so that plain bytes never reach the
 * disk, and durable before the manifest is queued: queueing is the commit point. Safe for use by
 * several threads.
 */
public final class StoredAttachments implements Attachments {
  private static final Logger LOG = LoggerFactory.getLogger(StoredAttachments.class);

  private final ChunkStore store;
  private final Space space;
  private final Outbox outbox;
  private final StatementSealer sealer;
  private final ChunkCipher cipher;
  private final Sm3Digest digests;
  private final InstantSource clock;
  private final Consumer<TransactionId> queued;
  private final Set<TransactionId> drafts = ConcurrentHashMap.newKeySet();
  private final Object once = new Object();

  /** Who is needed to take an attachment in. */
  public record Tools(
      Outbox outbox, StatementSealer sealer, ChunkCipher cipher, Sm3Digest digests) {}

  /**
   * @param queued told the id of each attachment that is complete here; must return quickly
   */
  public StoredAttachments(
      ChunkStore store,
      Space space,
      Tools tools,
      InstantSource clock,
      Consumer<TransactionId> queued) {
    this.store = Objects.requireNonNull(store, "store");
    this.space = Objects.requireNonNull(space, "space");
    outbox = tools.outbox();
    sealer = tools.sealer();
    cipher = tools.cipher();
    digests = tools.digests();
    this.clock = Objects.requireNonNull(clock, "clock");
    this.queued = Objects.requireNonNull(queued, "queued");
  }

  /** Whether somebody writes this attachment now. */
  public boolean writing(TransactionId id) {
    return drafts.contains(id);
  }

  @Override
  public TransactionId attach(
      TransactionId transactionId, String name, String mediaType, InputStream content)
      throws AttachmentException {
    TransactionId id = TransactionId.create(clock.instant());
    take(id, transactionId, new Kind(name, mediaType), content);
    return id;
  }

  @Override
  public void attach(
      TransactionId id,
      TransactionId transactionId,
      String name,
      String mediaType,
      InputStream content)
      throws AttachmentException {
    try {
      // One at a time: who comes second finds it queued.
      synchronized (once) {
        if (outbox.find(id.value()).isEmpty()) {
          store.delete(id);
          take(id, transactionId, new Kind(name, mediaType), content);
        }
      }
    } catch (OutboxException e) {
      throw new AttachmentException(Reason.IO, "the queue cannot be asked", e);
    } catch (IOException e) {
      throw new AttachmentException(Reason.IO, "what was cut off cannot be taken away", e);
    }
  }

  private record Kind(String name, String mediaType) {}

  private void take(TransactionId id, TransactionId transactionId, Kind kind, InputStream content)
      throws AttachmentException {
    String name = kind.name();
    String mediaType = kind.mediaType();
    if (!name.matches("[a-z0-9-]{1,64}") || !mediaType.matches("[a-z0-9.+/-]{3,64}")) {
      throw new IllegalArgumentException("an attachment has a short name and a media type");
    }
    if (!outbox.accepting()) {
      throw new AttachmentException(Reason.FULL, "the queue takes no new business now");
    }
    drafts.add(id);
    try {
      Draft draft = new Draft(id, store, space, cipher, digests);
      write(draft, content);
      queue(draft, id, seal(draft, transactionId, name, mediaType));
    } finally {
      drafts.remove(id);
    }
  }

  private static void write(Draft draft, InputStream content) throws AttachmentException {
    boolean written = false;
    try {
      draft.write(content);
      written = true;
    } finally {
      if (!written) {
        draft.discard();
      }
    }
  }

  private SignedEnvelope seal(
      Draft draft, TransactionId transactionId, String name, String mediaType)
      throws AttachmentException {
    try {
      return sealer.seal(draft.manifest(sealer.kioskId(), transactionId, name, mediaType));
    } catch (SealException e) {
      draft.discard();
      throw new AttachmentException(Reason.SEAL, e.getMessage(), e);
    }
  }

  private void queue(Draft draft, TransactionId id, SignedEnvelope manifest)
      throws AttachmentException {
    try {
      outbox.append(manifest);
    } catch (OutboxException e) {
      if (surelyNotQueued(id, e)) {
        draft.discard();
      }
      boolean full = e.reason() == OutboxException.Reason.FULL;
      throw new AttachmentException(
          full ? Reason.FULL : Reason.IO, "the queue refused the manifest: " + e.getMessage(), e);
    }
    try {
      store.mark(id);
    } catch (IOException e) {
      // The queue knows; the mark is made at the next start.
      LOG.debug("attachments: {} is queued and could not be marked", id, e);
    }
    queued.accept(id);
  }

  /** An error of the disk may come after the manifest was stored: then its chunks must stay. */
  private boolean surelyNotQueued(TransactionId id, OutboxException refused) {
    if (refused.reason() != OutboxException.Reason.IO) {
      return true;
    }
    try {
      return outbox.find(id.value()).isEmpty();
    } catch (OutboxException e) {
      return false;
    }
  }
}
