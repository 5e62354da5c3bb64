package egov.kiosk.proving.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a campaign found so far. Thread safe. */
public final class Report {
  private static final int MOST_COMPLAINTS = 200;

  private final Sitting sitting;
  private final Map<String, String> notRun;
  private final Map<String, KindTally> byKind = new TreeMap<>();
  private final List<Long> cycleMillis = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> surprises = new ArrayList<>();
  private final Map<String, Integer> refusals = new TreeMap<>();

  /**
   * @param notRun the kinds this machine cannot do, and why
   */
  public Report(Sitting sitting, Map<String, String> notRun) {
    this.sitting = sitting;
    this.notRun = new TreeMap<>(notRun);
  }

  /** Takes a cycle in. */
  public synchronized void add(Outcome outcome) {
    byKind.computeIfAbsent(outcome.kind(), kind -> new KindTally()).add(outcome);
    cycleMillis.add(outcome.whole().toMillis());
    for (String complaint : outcome.finding().complaints()) {
      complain(outcome.kind() + " seed " + outcome.seed() + ": " + complaint);
    }
  }

  /**
   * Takes cycles of another kind in, counted by themselves.
   *
   * @param sums by their names in the report
   */
  public synchronized void add(String kind, Map<String, Long> sums) {
    byKind.computeIfAbsent(kind, name -> new KindTally()).add(sums);
    if (sums.getOrDefault("lost", 0L) + sums.getOrDefault("doubled", 0L) > 0) {
      complain(kind + ": " + sums);
    }
  }

  /** Notes something that must not be and belongs to no message. */
  public synchronized void complain(String complaint) {
    if (complaints.size() < MOST_COMPLAINTS) {
      complaints.add(complaint);
    }
  }

  /** Notes something that is no harm and was not expected. */
  public synchronized void surprise(String what) {
    if (surprises.size() < MOST_COMPLAINTS) {
      surprises.add(what);
    }
  }

  /** Adds what a kiosk refused, by reason. */
  public synchronized void refused(Map<String, Integer> reasons) {
    reasons.forEach((reason, count) -> refusals.merge(reason, count, Integer::sum));
  }

  public synchronized int cycles() {
    return cycleMillis.size();
  }

  /** Whether nothing happened that must not. */
  public synchronized boolean good() {
    return complaints.isEmpty();
  }

  /** Every cycle of one kind. */
  public synchronized long cycles(String kind) {
    KindTally tally = byKind.get(kind);
    return tally == null ? 0 : tally.get("cycles");
  }

  /** A sum over all cycles, by the name it has in the report. */
  public synchronized long total(String name) {
    return all().get(name);
  }

  private KindTally all() {
    KindTally all = new KindTally();
    byKind.values().forEach(tally -> all.add(tally.sums()));
    return all;
  }

  public synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  public synchronized Map<String, String> notRun() {
    return Map.copyOf(notRun);
  }

  /**
   * Everything, ready to be written as JSON.
   *
   * @param ended how it ended: {@code complete}, {@code time} or {@code interrupted}
   */
  public synchronized Map<String, Object> document(Duration took, String ended) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("commit", sitting.commit());
    document.put("seed", sitting.seed());
    document.put("started", sitting.started().toString());
    document.put("stands", sitting.stands());
    document.put("platform", sitting.platform());
    document.put("ended", ended);
    document.put("seconds", took.toSeconds());
    document.put("machine", Machine.facts());
    document.put("total", all().sums());
    document.put("medianCycleMillis", median());
    Map<String, Object> kinds = new LinkedHashMap<>();
    byKind.forEach((kind, tally) -> kinds.put(kind, tally.sums()));
    document.put("kinds", kinds);
    document.put("refusals", refusals);
    document.put("notRun", notRun);
    document.put("complaints", complaints);
    document.put("surprises", surprises);
    return document;
  }

  private long median() {
    List<Long> sorted = cycleMillis.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
