package egov.kiosk.audit.store;

import egov.kiosk.audit.record.Attributes;
import egov.kiosk.audit.record.Chain;
import egov.kiosk.audit.record.Draft;
import egov.kiosk.domain.audit.AuditResult;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * The newest segment and the end of the chain. After an error of the disk nothing is believed: the
 * end is read anew from the disk, and what follows goes into a fresh segment. For one thread at a
 * time; {@link #end} and {@link #used} are as of the last batch on the disk.
 */
final class LogFile implements Closeable {
  private final LogSettings settings;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Random random;
  private final String boot;
  private final long began;
  private final AnchorFile anchors;
  private Chain chain;
  private String id = "";
  private FileChannel channel;
  private Segment segment;
  private long size;
  private long others;
  private boolean rollWanted;
  private Tail found;
  private LocalDate day;
  private volatile Chain.End end;
  private volatile long used;
  private volatile boolean damaged;

  /**
   * @param random draws the chain's and the start's identities; nothing secret
   */
  LogFile(
      LogSettings settings,
      AnchorFile anchors,
      InstantSource clock,
      LongSupplier nanos,
      Random random) {
    this.settings = settings;
    this.anchors = anchors;
    this.clock = clock;
    this.nanos = nanos;
    this.random = random;
    boot = hex(4);
    began = nanos.getAsLong();
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  /** Finds the end of the chain; does nothing when it is known. */
  void open() throws IOException {
    if (chain != null) {
      return;
    }
    found = Tail.read(settings.directory());
    Chain.End stands = found.end();
    long newest = anchors.newest().map(anchor -> anchor.head().sequence()).orElse(0L);
    // Numbers are never used twice, whatever was lost.
    chain =
        new Chain(
            new Chain.End(Math.max(stands.sequence(), newest), stands.sm3(), stands.time()),
            settings.floor(),
            clock,
            nanos,
            boot,
            began);
    id = found.chain().orElseGet(() -> hex(16));
    end = chain.end();
    count();
  }

  /** Writes a batch; on the disk when this returns. */
  void write(List<Draft> drafts) throws IOException {
    try {
      open();
      if (channel != null && due()) {
        closeSegment();
      }
      ByteArrayOutputStream batch = new ByteArrayOutputStream(512 * (drafts.size() + 2));
      boolean fresh = channel == null;
      long first = chain.end().sequence() + 1;
      if (fresh) {
        opening().forEach(draft -> add(batch, draft));
      }
      drafts.forEach(draft -> add(batch, draft));
      boolean makesRoom =
          drafts.stream().anyMatch(one -> one.action().equals(Draft.Own.DESTROYED.word()));
      if (!makesRoom && others + size + batch.size() > settings.budgetBytes()) {
        throw new BudgetException();
      }
      if (fresh) {
        create(first);
      }
      Disk.writeFully(channel, ByteBuffer.wrap(batch.toByteArray()));
      channel.force(false);
      if (fresh) {
        Disk.sync(settings.directory());
        found = null;
      }
      size += batch.size();
      used = others + size;
      end = chain.end();
    } catch (IOException | RuntimeException e) {
      forget();
      throw e;
    }
  }

  private void add(ByteArrayOutputStream batch, Draft draft) {
    chain.append(draft).forEach(batch::writeBytes);
  }

  private boolean due() {
    return rollWanted || size > 2 * settings.segmentBytes();
  }

  /** What a fresh segment begins with. */
  private List<Draft> opening() {
    Draft opened =
        Draft.own(
            Draft.Own.OPENED,
            AuditResult.DONE,
            new Attributes()
                .put("chain", id)
                .put("kiosk", settings.kioskId())
                .put("release", settings.release())
                .put("format", 1));
    if (found == null) {
      return List.of(opened);
    }
    List<Draft> drafts = new ArrayList<>(List.of(opened));
    if (found.torn() > 0) {
      drafts.add(
          Draft.own(Draft.Own.TORN, AuditResult.DONE, new Attributes().put("bytes", found.torn())));
    }
    Optional<Draft> damage = found.damage(anchors.newest());
    damaged |= damage.isPresent();
    damage.ifPresent(drafts::add);
    return drafts;
  }

  private void create(long first) throws IOException {
    Segment fresh = Segment.at(settings.directory(), first);
    if (Files.exists(fresh.path())) {
      // Nothing in it is a record: a start that was cut short left it.
      Path aside = fresh.path().resolveSibling(fresh.name() + ".torn-" + hex(4));
      Files.move(fresh.path(), aside);
    }
    channel = Disk.create(fresh.path());
    segment = fresh;
    size = 0;
    day = day(chain.end().time());
  }

  private void count() throws IOException {
    others = 0;
    for (Segment one : Segment.list(settings.directory())) {
      if (segment == null || !one.path().equals(segment.path())) {
        others += Files.size(one.path());
      }
    }
    used = others + size;
  }

  /** Files were packed or destroyed. */
  void recount() throws IOException {
    count();
  }

  /** Whether the segment should be closed soon, after a signed head. */
  boolean full() {
    return channel != null && (size > settings.segmentBytes() || !day(now()).equals(day));
  }

  /** By the clock, unless it shows a time before the newest record. */
  private Instant now() {
    Instant clockSays = clock.instant();
    return clockSays.isBefore(end.time()) ? end.time() : clockSays;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /** The next batch begins a fresh segment. */
  void roll() {
    rollWanted = true;
  }

  private void closeSegment() throws IOException {
    channel.close();
    channel = null;
    segment = null;
    others += size;
    size = 0;
    rollWanted = false;
  }

  private void forget() {
    try {
      close();
    } catch (IOException e) {
      // It is not used again.
    }
    channel = null;
    segment = null;
    size = 0;
    rollWanted = false;
    chain = null;
  }

  /** The end of the chain on the disk; null before {@link #open}. */
  Chain.End end() {
    return end;
  }

  /** The chain's identity. */
  String id() {
    return id;
  }

  /** Bytes of all segments. */
  long used() {
    return used;
  }

  /** Whether records were found missing or altered since the start. */
  boolean damaged() {
    return damaged;
  }

  /** Whether the clock was moved since the start. */
  boolean clockMoved() {
    return chain != null && chain.clockMoved();
  }

  /** The segment that is being written, if any. */
  Optional<Segment> current() {
    return Optional.ofNullable(segment);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /** The log's own budget is used up, and nothing may be destroyed. */
  static final class BudgetException extends IOException {
    private static final long serialVersionUID = 1L;

    BudgetException() {
      super("the audit log's budget is full");
    }
  }
}
