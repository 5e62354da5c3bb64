package egov.kiosk.gateway.attachment;

import egov.kiosk.contract.ChunkMessage;
import egov.kiosk.contract.Topics;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.line.UpListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects chunks as they come, in any order and as often as they come, and puts an attachment
 * together when its manifest is here too. Asks for what is missing when the kiosk has been quiet.
 * Safe for several threads.
 */
public final class CollectingDesk implements AttachmentDesk, UpListener {
  private static final Logger LOG = LoggerFactory.getLogger(CollectingDesk.class);

  private static final Duration TIDY_EVERY = Duration.ofHours(6);
  private static final Duration OLDEST = Duration.ofDays(30);
  private static final Duration LATE = Duration.ofDays(1);

  private final Stock stock;
  private final MissingChunksDesk missing;
  private final Again again;
  private final Duration patience;
  private final InstantSource clock;
  private final WaitingManifests waiting = new WaitingManifests();
  private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.EPOCH);
  private volatile boolean refusalSaid;
  private volatile boolean fullSaid;

  /** What is kept where, and what reads it. */
  public record Stock(
      ChunkShelf shelf, Vault vault, EnclosureBook book, ChunkCipher cipher, Sm3Digest digests) {}

  /**
   * @param missing asks kiosks for chunks
   * @param again takes a manifest once more when its last chunk is here
   * @param patience how long a kiosk must have sent no chunk before it is asked for one
   * @param clock the clock of the shelf's times
   */
  public CollectingDesk(
      Stock stock, MissingChunksDesk missing, Again again, Duration patience, InstantSource clock) {
    this.stock = Objects.requireNonNull(stock, "stock");
    this.missing = Objects.requireNonNull(missing, "missing");
    this.again = Objects.requireNonNull(again, "again");
    this.patience = Objects.requireNonNull(patience, "patience");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Set<UpChannel> channels() {
    return Set.of(UpChannel.ATTACHMENT);
  }

  @Override
  public void received(UpChannel channel, String kioskId, byte[] payload) throws IOException {
    ChunkMessage chunk;
    try {
      chunk = ChunkMessage.read(payload);
    } catch (MalformedMessageException e) {
      if (!refusalSaid) {
        refusalSaid = true;
        LOG.warn("{} sent something as a chunk that is none: {}", kioskId, e.getMessage());
      }
      return;
    }
    Optional<WaitingManifests.Waiting> manifest = waiting.of(kioskId, chunk.attachmentId());
    boolean beyond = manifest.isPresent() && chunk.index() >= manifest.get().manifest().chunks();
    if (beyond || stock.vault().has(kioskId, chunk.attachmentId())) {
      return;
    }
    keep(kioskId, chunk);
    if (manifest.isPresent() && absent(manifest.get().manifest()).isEmpty()) {
      waiting.forget(kioskId, chunk.attachmentId());
      again.again(Topics.transactions(kioskId, MessageKind.ATTACHMENT), manifest.get().envelope());
    }
  }

  private void keep(String kioskId, ChunkMessage chunk) throws IOException {
    boolean kept = stock.shelf().put(kioskId, chunk.attachmentId(), chunk.index(), chunk.sealed());
    if (!kept && !fullSaid) {
      fullSaid = true;
      LOG.error("{} has more chunks here than a kiosk may; further ones are dropped", kioskId);
    }
  }

  @Override
  public Answer manifest(AttachmentManifest manifest, byte[] envelope) throws IOException {
    tidy();
    if (stock.vault().has(manifest.kioskId(), manifest.id())) {
      return kept(manifest);
    }
    BitSet absent = absent(manifest);
    if (!absent.isEmpty()) {
      return later(manifest, envelope, absent);
    }
    Assembly assembly = new Assembly(manifest, stock.shelf(), stock.cipher(), stock.digests());
    stock.vault().keep(manifest, assembly::write);
    if (assembly.impossible()) {
      LOG.error("Attachment {} of {} is not what it says", manifest.id(), manifest.kioskId());
      stock.shelf().drop(manifest.kioskId(), manifest.id());
      return Answer.REFUSED;
    }
    // Another worker may have been faster and have taken the chunks away meanwhile.
    return assembly.bad().isEmpty() || stock.vault().has(manifest.kioskId(), manifest.id())
        ? kept(manifest)
        : later(manifest, envelope, assembly.bad());
  }

  private Answer kept(AttachmentManifest manifest) throws IOException {
    if (!stock.vault().same(manifest, stock.digests())) {
      LOG.error("{} uses the id {} for two attachments", manifest.kioskId(), manifest.id());
      return Answer.REFUSED;
    }
    return done(manifest);
  }

  @Override
  public void named(String kioskId, TransactionId transaction, List<Enclosure> enclosures)
      throws IOException {
    tidy();
    stock.book().named(kioskId, transaction, enclosures);
    warn(stock.book().state(kioskId, transaction));
  }

  private Answer done(AttachmentManifest manifest) throws IOException {
    stock.book().arrived(manifest);
    warn(stock.book().state(manifest.kioskId(), manifest.transactionId()));
    waiting.forget(manifest.kioskId(), manifest.id());
    stock.shelf().drop(manifest.kioskId(), manifest.id());
    return Answer.COMPLETE;
  }

  private Answer later(AttachmentManifest manifest, byte[] envelope, BitSet wanted)
      throws IOException {
    waiting.put(manifest, envelope);
    Optional<Instant> last = stock.shelf().last(manifest.kioskId(), manifest.id());
    if (last.isEmpty() || !clock.instant().isBefore(last.get().plus(patience))) {
      missing.ask(manifest, wanted);
    }
    // The last chunk may have come between the look at the shelf and the entry in the list.
    if (absent(manifest).isEmpty() && waiting.forget(manifest.kioskId(), manifest.id())) {
      again.again(Topics.transactions(manifest.kioskId(), MessageKind.ATTACHMENT), envelope);
    }
    return Answer.LATER;
  }

  private static void warn(Optional<EnclosureState> state) {
    state
        .filter(one -> one.word() == EnclosureState.Word.DIFFERS)
        .ifPresent(one -> LOG.error("An attachment is not what its transaction named: {}", one));
  }

  /** Chunks that nobody ever sent a manifest for go away some day; what never comes is told of. */
  private void tidy() throws IOException {
    Instant now = clock.instant();
    Instant due = tidied.get();
    if (!now.isBefore(due.plus(TIDY_EVERY)) && tidied.compareAndSet(due, now)) {
      stock.shelf().tidy(now.minus(OLDEST));
      List<EnclosureState> open = stock.book().openSince(now.minus(LATE));
      if (!open.isEmpty()) {
        LOG.warn(
            "{} transactions lack enclosures for more than a day (command: enclosures), e.g. {}",
            open.size(),
            open.get(0));
      }
    }
  }

  private BitSet absent(AttachmentManifest manifest) throws IOException {
    BitSet absent = new BitSet();
    absent.set(0, manifest.chunks());
    absent.andNot(stock.shelf().have(manifest.kioskId(), manifest.id()));
    return absent;
  }
}
