package egov.kiosk.printledger;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.domain.print.PrintAnswer;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the journal's lines amount to. Each line is checked against the job it is about: one that
 * could not have been written is damage. Not thread safe.
 */
final class Book {
  private static final String NONE = "-";

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** Whether the line made sense and was taken. */
  boolean take(LedgerLine line) {
    try {
      Entry after = after(line.words(), line.at());
      entries.put(after.job().id(), after);
      return true;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  private Entry after(List<String> words, Instant at) {
    String id = words.get(1);
    if (words.get(0).equals("BEGUN")) {
      return begun(id, words, at);
    }
    Entry before = entries.get(id);
    if (before == null) {
      throw new IllegalArgumentException("a line about an unknown job");
    }
    PrintState state = before.job().state();
    return switch (words.get(0)) {
      case "SENDING" -> allowed(state == PrintState.OPEN, before).sendingAt(at);
      case "TICKET" ->
          allowed(before.sending(), before)
              .ticketed(new PageTicket(Integer.parseInt(words.get(2))), at);
      case "ENDED" ->
          allowed(state == PrintState.OPEN || before.job().asks(), before)
              .ended(PrintState.valueOf(words.get(2)), fault(words.get(3)), at);
      case "ANSWERED" ->
          allowed(before.job().asks(), before)
              .answered(new PrintAnswer(came(words.get(2)), Actor.valueOf(words.get(3)), at));
      default -> throw new IllegalArgumentException("an unknown line");
    };
  }

  private Entry begun(String id, List<String> words, Instant at) {
    if (!id.matches("[0-9a-f]{32}")
        || entries.containsKey(id)
        || !words.get(4).matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no new job");
    }
    PrintJob job =
        new PrintJob(
            id,
            new TransactionId(words.get(2)),
            PrintKind.valueOf(words.get(3)),
            words.get(4),
            Integer.parseInt(words.get(5)),
            PrintState.OPEN,
            Optional.empty(),
            at,
            Optional.empty());
    return new Entry(job, false, Optional.empty(), at);
  }

  private static Entry allowed(boolean yes, Entry entry) {
    if (!yes) {
      throw new IllegalArgumentException("a line that does not follow");
    }
    return entry;
  }

  private static boolean came(String word) {
    return switch (word) {
      case "CAME" -> true;
      case "NOTHING" -> false;
      default -> throw new IllegalArgumentException("no answer");
    };
  }

  private static Optional<FaultCode> fault(String word) {
    return word.equals(NONE) ? Optional.empty() : Optional.of(FaultCode.valueOf(word));
  }

  static List<String> began(PrintJob job) {
    return List.of(
        "BEGUN",
        job.id(),
        job.transactionId().value(),
        job.kind().name(),
        job.digest(),
        Integer.toString(job.pages()));
  }

  static List<String> sending(String id) {
    return List.of("SENDING", id);
  }

  static List<String> ticket(String id, PageTicket ticket) {
    return List.of("TICKET", id, Integer.toString(ticket.number()));
  }

  static List<String> ended(String id, PrintState state, Optional<FaultCode> fault) {
    return List.of("ENDED", id, state.name(), fault.map(FaultCode::name).orElse(NONE));
  }

  static List<String> answered(String id, boolean paperCame, Actor by) {
    return List.of("ANSWERED", id, paperCame ? "CAME" : "NOTHING", by.name());
  }

  /** The lines, in order and each with its time, that lead to this entry. */
  static List<LedgerLine> retold(Entry entry, long firstNumber) {
    PrintJob job = entry.job();
    List<LedgerLine> lines = new ArrayList<>();
    lines.add(new LedgerLine(firstNumber, job.begun(), began(job)));
    if (entry.sending()) {
      lines.add(next(lines, entry.changed(), sending(job.id())));
    }
    entry.ticket().ifPresent(t -> lines.add(next(lines, entry.changed(), ticket(job.id(), t))));
    if (job.state() != PrintState.OPEN) {
      lines.add(next(lines, entry.changed(), ended(job.id(), job.state(), job.fault())));
    }
    job.answer()
        .ifPresent(
            answer ->
                lines.add(
                    next(lines, answer.at(), answered(job.id(), answer.paperCame(), answer.by()))));
    return lines;
  }

  private static LedgerLine next(List<LedgerLine> before, Instant at, List<String> words) {
    return new LedgerLine(before.get(before.size() - 1).number() + 1, at, words);
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }
}
