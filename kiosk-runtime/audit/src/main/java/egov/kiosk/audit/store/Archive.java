package egov.kiosk.audit.store;

import egov.kiosk.audit.record.Attributes;
import egov.kiosk.audit.record.Draft;
import egov.kiosk.audit.record.Entry;
import egov.kiosk.domain.audit.AuditHead;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Looks after closed segments: packs them, and destroys the oldest when their time is over or the
 * budget is used up. Age is judged by the platform's time alone, so that no clock that was turned
 * destroys anything; only what is behind a head on its way to the platform goes, and for the budget
 * only what was exported besides; the segment being written never. Every destruction is recorded
 * before it happens. For one thread.
 */
public final class Archive {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LogSettings settings;
  private final Journal journal;
  private final AnchorFile anchors;
  private final ExportMark exported;

  public Archive(LogSettings settings, Journal journal, AnchorFile anchors) {
    this.settings = settings;
    this.journal = journal;
    this.anchors = anchors;
    exported = new ExportMark(settings.directory());
  }

  /**
   * Does what is due.
   *
   * @param platformTime what the platform's own signatures say the time is; empty when none did
   *     since the start
   */
  public void tidy(Optional<Instant> platformTime) throws IOException {
    pack();
    try {
      if (platformTime.isPresent()) {
        destroyOlderThan(platformTime.get().minus(settings.retention()));
      }
      destroyForRoom();
    } catch (AuditUnavailableException e) {
      // Not recorded, so not destroyed; the journal's trouble is told elsewhere.
    }
    journal.alone(
        file -> {
          file.recount();
          return true;
        });
  }

  private List<Segment> closed() throws IOException {
    Optional<Segment> current = journal.alone(LogFile::current);
    List<Segment> all = Segment.list(settings.directory());
    // Without a current one the newest may be read again to find the end of the chain.
    int keep = all.isEmpty() || current.isPresent() ? 0 : 1;
    return all.subList(0, all.size() - keep).stream()
        .filter(one -> current.isEmpty() || one.first() < current.get().first())
        .toList();
  }

  private void pack() throws IOException {
    for (Segment segment : closed()) {
      Path packed = settings.directory().resolve(name(segment));
      if (!segment.packed()) {
        pack(segment, packed);
      }
    }
  }

  private static String name(Segment segment) {
    return String.format("audit-%012d.jsonl.gz", segment.first());
  }

  private void pack(Segment segment, Path packed) throws IOException {
    Path fresh = packed.resolveSibling(packed.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel = Disk.create(fresh);
        InputStream in = segment.open()) {
      OutputStream raw = Channels.newOutputStream(channel);
      GZIPOutputStream out = new GZIPOutputStream(raw, 64 * 1024);
      in.transferTo(out);
      out.finish();
      channel.force(true);
    }
    Files.deleteIfExists(packed);
    Files.move(fresh, packed);
    Disk.sync(settings.directory());
    if (!same(segment, new Segment(segment.first(), packed))) {
      Files.delete(packed);
      throw new IOException("a packed segment does not read back; the disk fails");
    }
    Files.delete(segment.path());
  }

  private static boolean same(Segment plain, Segment packed) throws IOException {
    byte[] left = new byte[64 * 1024];
    byte[] right = new byte[left.length];
    try (InputStream a = plain.open();
        InputStream b = packed.open()) {
      while (true) {
        int n = a.readNBytes(left, 0, left.length);
        if (n != b.readNBytes(right, 0, right.length)
            || !java.util.Arrays.equals(left, 0, n, right, 0, n)) {
          return false;
        }
        if (n < left.length) {
          return true;
        }
      }
    }
  }

  private void destroyOlderThan(Instant limit) throws IOException, AuditUnavailableException {
    while (true) {
      List<Segment> all = Segment.list(settings.directory());
      Optional<Entry> next = all.size() < 2 ? Optional.empty() : head(all.get(1));
      boolean old = next.isPresent() && next.get().time().isBefore(limit);
      if (!old || next.get().sequence() > anchored() || !closed().contains(all.get(0))) {
        return;
      }
      destroy(all.get(0), next.get(), "retention");
    }
  }

  /** The newest record that a head on its way to the platform covers. */
  private long anchored() {
    return anchors.sent().map(anchor -> anchor.head().sequence()).orElse(0L);
  }

  private void destroyForRoom() throws IOException, AuditUnavailableException {
    long elsewhere = Math.min(exported.read(), anchored());
    while (true) {
      List<Segment> all = Segment.list(settings.directory());
      long bytes = 0;
      for (Segment one : all) {
        bytes += Files.size(one.path());
      }
      Optional<Entry> next = all.size() < 2 ? Optional.empty() : head(all.get(1));
      // Room for one more segment is made before the budget is quite used up.
      if (bytes + settings.segmentBytes() <= settings.budgetBytes()
          || next.isEmpty()
          || next.get().sequence() > elsewhere
          || !closed().contains(all.get(0))) {
        return;
      }
      destroy(all.get(0), next.get(), "budget");
    }
  }

  /** The first record of a segment. */
  private static Optional<Entry> head(Segment segment) throws IOException {
    try (Lines lines = new Lines(segment)) {
      return Optional.ofNullable(lines.next())
          .flatMap(line -> Entry.parse(line.bytes()))
          .filter(Entry::soundHash);
    }
  }

  private void destroy(Segment segment, Entry next, String reason)
      throws IOException, AuditUnavailableException {
    journal.commit(
        Draft.own(
            Draft.Own.DESTROYED,
            AuditResult.DONE,
            new Attributes()
                .put("first", segment.first())
                .put("last", next.sequence() - 1)
                .put("head", next.previous().isEmpty() ? AuditHead.ZERO : next.previous())
                .put("reason", reason)),
        PATIENCE);
    Files.delete(segment.path());
    Disk.sync(settings.directory());
  }
}
