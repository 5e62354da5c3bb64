package egov.kiosk.audit.store;

import egov.kiosk.audit.record.Attributes;
import egov.kiosk.audit.record.Chain;
import egov.kiosk.audit.record.Draft;
import egov.kiosk.audit.record.Entry;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.audit.AuditHead;
import egov.kiosk.domain.audit.AuditResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Where the chain stands, as the newest segment tells after whatever stopped the writer. Changes
 * nothing: what a power cut left behind the last record stays in its file, and the next segment's
 * second record says how many bytes they are.
 *
 * @param end the newest record
 * @param chain whose chain it is, empty when there is none yet
 * @param torn bytes behind the last record that are no record
 * @param firstBad the first place where records are altered although sound ones follow, 0 for none
 * @param digests of the records that were looked at, by sequence
 */
record Tail(
    Chain.End end, Optional<String> chain, long torn, long firstBad, Map<Long, String> digests) {

  /** Reads the newest segment that holds a record. */
  static Tail read(Path directory) throws IOException {
    List<Segment> segments = Segment.list(directory);
    long torn = 0;
    for (int i = segments.size() - 1; i >= 0; i--) {
      Tail tail = read(segments.get(i));
      torn += tail.torn();
      if (tail.end().sequence() > 0) {
        return new Tail(
            tail.end(),
            tail.chain().or(() -> chain(segments)),
            torn,
            tail.firstBad(),
            tail.digests());
      }
    }
    return new Tail(
        new Chain.End(0, AuditHead.ZERO, Instant.MIN), Optional.empty(), torn, 0, Map.of());
  }

  private static Optional<String> chain(List<Segment> segments) {
    for (int i = segments.size() - 1; i >= 0; i--) {
      try (Lines lines = new Lines(segments.get(i))) {
        Lines.Line first = lines.next();
        Optional<String> found =
            Optional.ofNullable(first).flatMap(line -> Entry.parse(line.bytes())).flatMap(Tail::id);
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException e) {
        // Another segment may tell.
      }
    }
    return Optional.empty();
  }

  private static Optional<String> id(Entry entry) {
    String chain = entry.attribute("chain");
    return entry.is(Draft.Own.OPENED) && chain.matches("[0-9a-f]{32}")
        ? Optional.of(chain)
        : Optional.empty();
  }

  private static Tail read(Segment segment) throws IOException {
    Chain.End end = new Chain.End(0, AuditHead.ZERO, Instant.MIN);
    Optional<String> chain = Optional.empty();
    Map<Long, String> digests = new HashMap<>();
    long torn = 0;
    long bad = 0;
    long firstBad = 0;
    try (Lines lines = new Lines(segment)) {
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        Optional<Entry> entry =
            line.complete() ? Entry.parse(line.bytes()).filter(Entry::soundHash) : Optional.empty();
        if (entry.isEmpty()) {
          torn += line.length();
          bad = bad == 0 ? Math.max(segment.first(), end.sequence() + 1) : bad;
          continue;
        }
        if (bad > 0 && firstBad == 0) {
          firstBad = bad;
        }
        torn = 0;
        Entry sound = entry.get();
        end = new Chain.End(Math.max(end.sequence(), sound.sequence()), sound.sm3(), sound.time());
        digests.put(sound.sequence(), sound.sm3());
        chain = chain.or(() -> id(sound));
      }
    } catch (ZipException e) {
      // A packed segment that is damaged: what could be read of it counts.
      firstBad = firstBad == 0 ? Math.max(1, end.sequence() + 1) : firstBad;
    }
    return new Tail(end, chain, torn, firstBad, digests);
  }

  /** What must be said about records that were there and are missing or others now. */
  Optional<Draft> damage(Optional<AuditAnchor> newestHead) {
    long newest = newestHead.map(anchor -> anchor.head().sequence()).orElse(0L);
    String known = newestHead.map(anchor -> anchor.head().sm3()).orElse("");
    long bad = firstBad;
    if (bad == 0 && newest > end.sequence()) {
      bad = end.sequence() + 1;
    } else if (bad == 0 && !digests.getOrDefault(newest, known).equals(known)) {
      bad = newest;
    }
    return bad == 0
        ? Optional.empty()
        : Optional.of(
            Draft.own(
                Draft.Own.DAMAGED,
                AuditResult.FAILED,
                new Attributes().put("first", bad).put("last", Math.max(newest, end.sequence()))));
  }
}
