package egov.kiosk.gateway.intake;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.fleet.Reconciliation;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.field.FieldReport;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Candidate;
import egov.kiosk.gateway.store.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a kiosk's books with the platform's (对账) and keeps what was found, once for each
 * statement. Safe for several threads.
 */
final class Books {
  /** Both agree. */
  static final String MATCH = "MATCH";

  /** The platform has more than the kiosk knows of, no more than waits there for its receipt. */
  static final String RECEIPTS_LATE = "RECEIPTS_LATE";

  /** Somebody must look. */
  static final String DIFFERS = "DIFFERS";

  /** A queue file was damaged. */
  static final String INCIDENT = "INCIDENT";

  private static final Logger LOG = LoggerFactory.getLogger(Books.class);
  private static final int RANGES_NAMED = 20;

  private final AcceptedStore store;
  private final InstantSource clock;

  Books(AcceptedStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Looks at a statement that was taken, now or before. */
  void examine(Statement statement) throws IOException {
    if (statement.kind() == MessageKind.ATTACHMENT || store.finding(statement.id()).isPresent()) {
      return;
    }
    Finding finding = finding(statement);
    store.keep(finding);
    if (finding.word().equals(MATCH)) {
      LOG.info("{} {}: {}", finding.word(), finding.kioskId(), finding.detail());
    } else {
      LOG.warn("{} {}: {}", finding.word(), finding.kioskId(), finding.detail());
    }
  }

  /** Notes once that a draft was rescued when its tablet was wiped, for whoever looks for it. */
  void rescued(Candidate candidate, FieldReport report) throws IOException {
    if (noted(candidate, report, Finding.RESCUED)) {
      LOG.warn("{} {}: {}", Finding.RESCUED, candidate.kioskId(), report.line());
    }
  }

  /** Notes once that a visit brought a household no list has, for whoever matches it. */
  void newHousehold(Candidate candidate, FieldReport report) throws IOException {
    if (noted(candidate, report, Finding.NEW_HOUSEHOLD)) {
      LOG.info("{} {}: {}", Finding.NEW_HOUSEHOLD, candidate.kioskId(), report.line());
    }
  }

  private boolean noted(Candidate candidate, FieldReport report, String word) throws IOException {
    if (store.finding(candidate.id()).isPresent()) {
      return false;
    }
    store.keep(
        new Finding(
            candidate.id(),
            candidate.kioskId(),
            candidate.kind(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            word,
            report.line()));
    return true;
  }

  private Finding finding(Statement statement) throws IOException {
    if (statement instanceof Reconciliation reconciliation) {
      return compare(reconciliation);
    }
    List<SequenceRange> missing = ((Incident) statement).missing();
    long places = missing.stream().mapToLong(range -> range.last() - range.first() + 1).sum();
    List<String> named =
        missing.stream()
            .limit(RANGES_NAMED)
            .map(range -> range.first() + "-" + range.last())
            .toList();
    String detail =
        "the queue file was damaged; missing places: "
            + places
            + (places == 0 ? "" : " in " + String.join(",", named))
            + (missing.size() > RANGES_NAMED ? ",..." : "");
    return found(statement, INCIDENT, detail);
  }

  private Finding compare(Reconciliation reconciliation) throws IOException {
    Reckoning theirs = reconciliation.books();
    String kiosk = reconciliation.kioskId();
    List<TransactionId> ours = new ArrayList<>(store.settled(kiosk, theirs.day()));
    Instant end = theirs.day().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    // The books were closed before the message that carries them was queued.
    boolean carried = ours.remove(reconciliation.id());
    long taken = store.taken(kiosk, end) - (carried ? 1 : 0);
    List<String> differences = new ArrayList<>();
    boolean same = sm3(ours).equals(theirs.settledSm3());
    if (ours.size() != theirs.settledThatDay()) {
      differences.add("settled kiosk=" + theirs.settledThatDay() + " platform=" + ours.size());
    } else if (!same) {
      differences.add("settled " + ours.size() + " on both sides, but not the same");
    }
    if (taken > theirs.created()) {
      differences.add("created kiosk=" + theirs.created() + " accepted platform=" + taken);
    }
    if (theirs.missing() > 0) {
      differences.add("the kiosk misses " + theirs.missing());
    }
    String day = "day=" + theirs.day() + " ";
    if (differences.isEmpty()) {
      return found(
          reconciliation, MATCH, day + "settled=" + ours.size() + " pending=" + theirs.pending());
    }
    long ahead = ours.size() - theirs.settledThatDay();
    boolean late = ahead > 0 && ahead <= theirs.pending() && differences.size() == 1;
    return found(
        reconciliation, late ? RECEIPTS_LATE : DIFFERS, day + String.join("; ", differences));
  }

  private Finding found(Statement statement, String word, String detail) {
    return new Finding(
        statement.id(),
        statement.kioskId(),
        statement.kind(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        word,
        detail.length() <= Finding.LONGEST_DETAIL
            ? detail
            : detail.substring(0, Finding.LONGEST_DETAIL));
  }

  private static String sm3(List<TransactionId> sorted) {
    StringBuilder text = new StringBuilder();
    sorted.forEach(id -> text.append(id.value()).append('\n'));
    return HexFormat.of()
        .formatHex(Sm3.digest(text.toString().getBytes(StandardCharsets.US_ASCII)));
  }
}
