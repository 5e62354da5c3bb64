package egov.kiosk.audit.verify;

import egov.kiosk.audit.record.Draft.Own;
import egov.kiosk.audit.record.Entry;
import egov.kiosk.audit.store.Lines;
import egov.kiosk.audit.store.Segment;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.audit.AuditHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pass over the records, in the order of the files; stops at the first flaw. For one thread.
 */
final class Walk {
  private static final int REMEMBERED = 50_000;
  private static final int MOST_NOTICES = 200;

  private final Signatures signatures;
  private final Map<Long, AuditAnchor> anchors = new HashMap<>();
  private final List<String> notices = new ArrayList<>();
  private final Map<Long, String> digests =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  private Segment segment;
  private long line;
  private String kioskId = "";
  private String chain = "";
  private long first;
  private String firstPrevious = "";
  private long last;
  private String lastSm3 = AuditHead.ZERO;
  private Instant lastTime = Instant.MIN;
  private long checkpoints;
  private long covered;
  private boolean headExplained = true;
  private Flaw torn;
  private long tornBytes;
  private int sinceTorn;

  Walk(Signatures signatures, List<AuditAnchor> known) {
    this.signatures = signatures;
    known.forEach(anchor -> anchors.put(anchor.head().sequence(), anchor));
  }

  void enter(Segment next) {
    segment = next;
    line = 0;
  }

  /** Takes a line; the flaw, if this shows one. */
  Optional<Flaw> take(Lines.Line raw) {
    line++;
    Optional<Entry> read = raw.complete() ? Entry.parse(raw.bytes()) : Optional.empty();
    if (read.isEmpty() || !read.get().soundHash()) {
      if (torn == null) {
        torn = here(last + 1, badness(raw, read));
      }
      tornBytes += raw.length();
      sinceTorn = 0;
      return Optional.empty();
    }
    Entry entry = read.get();
    return torn == null ? follow(entry) : afterTorn(entry);
  }

  private static String badness(Lines.Line raw, Optional<Entry> read) {
    if (!raw.complete()) {
      return "the last line is not finished: power was cut, or it was cut off";
    }
    return read.isEmpty()
        ? "it has not the form of a record"
        : "it was altered: its SM3 does not fit";
  }

  /** Bytes that are no record are no flaw where the next segment says that power was cut. */
  private Optional<Flaw> afterTorn(Entry entry) {
    sinceTorn++;
    boolean says = entry.is(Own.TORN) && entry.number("bytes") >= tornBytes;
    if (line != sinceTorn || sinceTorn > 2 || (sinceTorn == 2 && !says)) {
      return Optional.of(torn);
    }
    if (follow(entry).isPresent()) {
      return Optional.of(torn);
    }
    if (says) {
      notice(torn.segment() + " ends in " + tornBytes + " bytes of a record power cut short");
      torn = null;
      tornBytes = 0;
    }
    return Optional.empty();
  }

  private Optional<Flaw> follow(Entry entry) {
    if (first == 0) {
      first = entry.sequence();
      firstPrevious = entry.previous();
      headExplained = first == 1 && firstPrevious.equals(AuditHead.ZERO);
      last = first - 1;
      lastSm3 = firstPrevious;
      if (first == 1 && !headExplained) {
        return flaw(1, "it says there was a record before the first");
      }
    }
    long expected = last + 1;
    if (entry.sequence() > expected) {
      String missing =
          expected == entry.sequence() - 1
              ? "it is missing"
              : "records " + expected + " to " + (entry.sequence() - 1) + " are missing";
      return flaw(expected, missing);
    }
    if (entry.sequence() < expected) {
      return flaw(entry.sequence(), "it stands here again, or out of its order");
    }
    if (!entry.previous().equals(lastSm3)) {
      return flaw(expected, "it does not follow the record before, which is another now");
    }
    if (entry.time().isBefore(lastTime) && !entry.is(Own.CLOCK_BACK)) {
      return flaw(expected, "its time lies before the record before, and none says why");
    }
    Optional<Flaw> found = meaning(entry);
    last = entry.sequence();
    lastSm3 = entry.sm3();
    lastTime = entry.time();
    digests.put(last, lastSm3);
    return found.or(() -> anchored(entry));
  }

  private Optional<Flaw> anchored(Entry entry) {
    AuditAnchor anchor = anchors.get(entry.sequence());
    if (anchor == null || anchor.head().sm3().equals(entry.sm3())) {
      return Optional.empty();
    }
    return flaw(
        entry.sequence(),
        "the platform's anchor knows it otherwise: it or one before was altered and hashed anew");
  }

  private Optional<Flaw> meaning(Entry entry) {
    if (entry.is(Own.OPENED)) {
      return opened(entry);
    }
    if (chain.isEmpty() && entry.sequence() == first) {
      return flaw(first, "a segment begins with a record that says whose chain it is; this not");
    }
    if (entry.is(Own.CHECKPOINT)) {
      return checkpoint(entry);
    }
    if (entry.is(Own.DESTROYED)) {
      headExplained |=
          entry.number("last") == first - 1 && entry.attribute("head").equals(firstPrevious);
      notice(
          "records "
              + entry.attribute("first")
              + " to "
              + entry.attribute("last")
              + " were destroyed, for "
              + entry.attribute("reason"));
    } else if (entry.is(Own.DAMAGED) || entry.is(Own.LOST)) {
      notice("record " + entry.sequence() + " " + entry.draft().action() + " " + plain(entry));
    } else if (entry.draft().action().startsWith("clock.")) {
      notice("record " + entry.sequence() + " " + entry.draft().action() + " " + plain(entry));
    }
    return Optional.empty();
  }

  private static String plain(Entry entry) {
    return entry.draft().attributes().replace("\"", "");
  }

  private Optional<Flaw> opened(Entry entry) {
    if (chain.isEmpty()) {
      chain = entry.attribute("chain");
      kioskId = entry.attribute("kiosk");
    }
    return chain.equals(entry.attribute("chain")) && kioskId.equals(entry.attribute("kiosk"))
        ? Optional.empty()
        : flaw(entry.sequence(), "another chain, or another kiosk's, begins here");
  }

  private Optional<Flaw> checkpoint(Entry entry) {
    Optional<AuditHead> head = Signatures.head(entry, kioskId, chain);
    if (head.isEmpty() || head.get().sequence() >= entry.sequence()) {
      return flaw(entry.sequence(), "it is no signed head");
    }
    Optional<String> objection = signatures.objection(head.get(), entry);
    if (objection.isPresent()) {
      return flaw(entry.sequence(), objection.get());
    }
    long covers = head.get().sequence();
    String known = digests.get(covers);
    if (known != null ? !known.equals(head.get().sm3()) : covers >= first) {
      return flaw(
          entry.sequence(),
          "the record it signs is another now: one of "
              + (covered + 1)
              + " to "
              + covers
              + " was altered and hashed anew");
    }
    checkpoints++;
    covered = covers;
    return Optional.empty();
  }

  /** What only shows at the end, or takes precedence over what was found before it. */
  Optional<Flaw> end(Optional<Flaw> found, List<AuditAnchor> known) {
    if (!headExplained) {
      return Optional.of(
          new Flaw(
              segment == null ? "" : segment.name(),
              1,
              1,
              "records 1 to " + (first - 1) + " are missing, and none says they were destroyed"));
    }
    if (found.isPresent() || torn != null) {
      return found.or(() -> Optional.of(torn));
    }
    for (AuditAnchor anchor : known) {
      AuditHead head = anchor.head();
      if (!chain.equals(head.chain()) || !kioskId.equals(head.kioskId())) {
        return flaw(first, "the platform's anchor is of another chain: this one began anew");
      }
      Optional<String> objection = signatures.objection(anchor);
      if (objection.isPresent()) {
        return flaw(head.sequence(), "of the platform's anchor " + objection.get());
      }
      if (head.sequence() > last) {
        line++;
        return flaw(
            last + 1,
            "the log ends before it, although the platform's anchor of "
                + head.at()
                + " covers record "
                + head.sequence());
      }
    }
    return Optional.empty();
  }

  /** Looks only for what says that the oldest records were destroyed. */
  void explain(Lines.Line raw) {
    Entry.parse(raw.bytes())
        .filter(entry -> entry.soundHash() && entry.is(Own.DESTROYED))
        .ifPresent(this::meaning);
  }

  boolean unexplained() {
    return !headExplained;
  }

  Flaw unreadable(String why) {
    return here(last + 1, why);
  }

  Verdict verdict(Optional<Flaw> flaw) {
    return new Verdict(
        flaw, kioskId, first, last, checkpoints, covered, signatures.possible(), notices);
  }

  private Optional<Flaw> flaw(long sequence, String what) {
    return Optional.of(here(sequence, what));
  }

  private Flaw here(long sequence, String what) {
    return new Flaw(segment == null ? "" : segment.name(), line, sequence, what);
  }

  private void notice(String text) {
    if (notices.size() < MOST_NOTICES) {
      notices.add(text);
    }
  }
}
