package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.downlink.store.AuditFile;
import egov.kiosk.downlink.store.CommandLedger;
import egov.kiosk.downlink.store.LedgerEntry;
import egov.kiosk.downlink.store.LedgerEntry.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries commands out, each once in this kiosk's life: noted on the disk before it begins, its
 * answer kept before it is sent. One that was cut short by a restart is answered so and not begun
 * again. For one thread.
 */
final class CommandDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Duration LONGEST_LIFE = Duration.ofDays(7);

  private final Surroundings around;
  private final CommandLedger ledger;
  private final AuditFile audit;
  private final EventLine events;
  private final QuietLog log;
  private final Timing timing;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final RefusedCommands refused;
  private final Map<String, byte[]> unkept = new LinkedHashMap<>();
  private boolean tidied;
  private Optional<Parting> parting = Optional.empty();

  /** What follows a command once it is answered. */
  private record Parting(String id, CommandHandler handler, long deadline) {}

  CommandDesk(
      Surroundings around,
      CommandLedger ledger,
      AuditFile audit,
      EventLine events,
      QuietLog log,
      Timing timing,
      InstantSource clock,
      LongSupplier nanos) {
    this.around = around;
    this.ledger = ledger;
    this.audit = audit;
    this.events = events;
    this.log = log;
    this.timing = timing;
    this.clock = clock;
    this.nanos = nanos;
    this.refused = new RefusedCommands(nanos);
  }

  /** An order of the platform, verified. */
  void take(Order.Command order) {
    Optional<LedgerEntry> known = ledger.find(order.id());
    if (known.isPresent()) {
      answer(known.get().id());
      return;
    }
    Optional<String> objection = objection(order);
    Optional<CommandHandler> handler = around.handler(order.name());
    if (objection.isPresent() || handler.isEmpty()) {
      refuse(order, objection.orElse("UNKNOWN"));
      return;
    }
    try {
      audit.note(clock.instant(), "accepted", order.id(), order.name());
      around.audit().require(OrderRecord.of(order.id(), order.name(), AuditResult.BEGUN, ""));
      ledger.begin(order.id(), order.name(), order.expiresAt());
    } catch (IOException e) {
      log.problem("ledger", "the list of commands cannot be written: " + e.getMessage());
      refuse(order, "STORAGE");
      return;
    } catch (AuditUnavailableException e) {
      log.problem("audit log", "a command is refused without an audit log: " + e.getMessage());
      refuse(order, "AUDIT");
      return;
    }
    run(order, handler.get());
  }

  private Optional<String> objection(Order.Command order) {
    Instant now = clock.instant();
    Duration life = Duration.between(order.issuedAt(), order.expiresAt());
    if (!now.isBefore(order.expiresAt()) || ledger.forgotten(order.issuedAt(), order.expiresAt())) {
      return Optional.of("EXPIRED");
    }
    if (order.issuedAt().isAfter(now.plus(AHEAD)) || life.compareTo(LONGEST_LIFE) > 0) {
      return Optional.of("TIME");
    }
    forget(now);
    return ledger.full() ? Optional.of("TOO_MANY") : Optional.empty();
  }

  private void run(Order.Command order, CommandHandler handler) {
    CommandResult result;
    try {
      result = handler.run(order.arguments());
    } catch (RuntimeException e) {
      LOG.error("downlink: the command {} failed; please report this", order.name(), e);
      result = CommandResult.failed("failed unexpectedly; see the log");
    }
    String outcome = result.done() ? "done" : "failed";
    finish(
        order.id(),
        order.name(),
        outcome,
        AnswerJson.command(order.kioskId(), order.id(), outcome, clock.instant())
            .text(result.text())
            .data(result.data()));
    long deadline = nanos.getAsLong() + timing.parting().toNanos();
    parting = Optional.of(new Parting(order.id(), handler, deadline));
  }

  private void finish(String id, String name, String outcome, AnswerJson answer) {
    note(outcome, id, name);
    around
        .audit()
        .record(
            OrderRecord.of(
                id, name, outcome.equals("done") ? AuditResult.DONE : AuditResult.FAILED, outcome));
    unkept.put(id, answer.bytes());
    keep();
  }

  private void note(String... words) {
    try {
      audit.note(clock.instant(), words);
    } catch (IOException e) {
      log.problem("audit", "the audit file cannot be written: " + e.getMessage());
    }
  }

  /** Keeps what could not be kept before; the platform hears of it in any case. */
  private void keep() {
    for (Map.Entry<String, byte[]> one : Map.copyOf(unkept).entrySet()) {
      String id = one.getKey();
      try {
        ledger.answer(id, one.getValue());
        unkept.remove(id);
        answer(id);
      } catch (IOException e) {
        log.problem("ledger", "the list of commands cannot be written: " + e.getMessage());
        events.send("command " + id, UpChannel.COMMAND_RESULT, one.getValue(), () -> {});
      }
    }
  }

  /** Sends the answer that is kept, again if need be. */
  private void answer(String id) {
    String key = "command " + id;
    if (events.knows(key) || ledger.find(id).orElseThrow().state() == State.BEGUN) {
      return;
    }
    byte[] kept;
    try {
      kept = ledger.answer(id);
    } catch (IOException e) {
      log.problem("answer", "an answer that was kept cannot be read: " + e.getMessage());
      return;
    }
    if (kept.length > around.line().map(FleetLine::maxBytes).orElse(Integer.MAX_VALUE)) {
      kept =
          AnswerJson.command(around.kioskId(), id, "failed", clock.instant())
              .text("the answer has " + kept.length + " bytes, more than the broker takes")
              .bytes();
    }
    events.send(key, UpChannel.COMMAND_RESULT, kept, () -> sent(id));
  }

  private void sent(String id) {
    try {
      ledger.sent(id);
    } catch (IOException e) {
      log.problem("ledger", "the list of commands cannot be written: " + e.getMessage());
    }
  }

  private void refuse(Order.Command order, String reason) {
    log.problem("command " + reason, "a command is refused: " + reason);
    String key = "refused " + order.id();
    if (events.knows(key)) {
      return;
    }
    boolean first = refused.first(order);
    if (first) {
      note("refused", order.id(), order.name(), reason);
    }
    refused.event(order, first, reason).ifPresent(around.audit()::record);
    byte[] answer =
        AnswerJson.command(order.kioskId(), order.id(), "refused", clock.instant())
            .because(reason)
            .bytes();
    events.send(key, UpChannel.COMMAND_RESULT, answer, () -> {});
  }

  /** What time brings. */
  void beat() {
    if (!tidied) {
      tidied = true;
      ledger.in(State.BEGUN).forEach(this::interrupted);
    }
    keep();
    ledger.in(State.ANSWERED).forEach(entry -> answer(entry.id()));
    parting.ifPresent(this::part);
    forget(clock.instant());
  }

  private void interrupted(LedgerEntry cut) {
    finish(
        cut.id(),
        cut.name(),
        "interrupted",
        AnswerJson.command(around.kioskId(), cut.id(), "interrupted", clock.instant())
            .text("the kiosk stopped meanwhile; how far it got is not known"));
  }

  private void part(Parting now) {
    boolean waiting =
        ledger.find(now.id()).filter(entry -> entry.state() != State.SENT).isPresent();
    if (waiting && nanos.getAsLong() - now.deadline() < 0) {
      return;
    }
    try {
      parting = now.handler().answered() ? Optional.empty() : parting;
    } catch (RuntimeException e) {
      LOG.error("downlink: what follows a command failed; please report this", e);
      parting = Optional.empty();
    }
  }

  private void forget(Instant now) {
    try {
      ledger.forget(now);
    } catch (IOException e) {
      log.problem("ledger", "the list of commands cannot be written: " + e.getMessage());
    }
  }
}
