package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptRefusedException.Reason;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.downlink.store.AuditFile;
import egov.kiosk.downlink.store.CommandLedger;
import egov.kiosk.downlink.store.Disk;
import egov.kiosk.downlink.store.VersionFloor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes only what the platform signed for this kiosk, and hands it to whoever acts on it. Any
 * bytes may come; whatever is not an order costs one verification and at most a line in the log a
 * minute. For one thread.
 */
public final class DownlinkDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DownlinkDesk.class);

  private final Surroundings around;
  private final InstantSource clock;
  private final QuietLog log;
  private final EventLine events;
  private final SettingsDesk settings;
  private final CatalogueDesk catalogue;
  private final CommandDesk commands;
  private final ProgressDesk progress;

  /** Where the desk keeps what it must not forget. */
  public record Files(Path directory, AuditFile audit, Disk disk) {}

  private DownlinkDesk(
      Surroundings around,
      InstantSource clock,
      QuietLog log,
      EventLine events,
      SettingsDesk settings,
      CatalogueDesk catalogue,
      CommandDesk commands,
      ProgressDesk progress) {
    this.around = around;
    this.clock = clock;
    this.log = log;
    this.events = events;
    this.settings = settings;
    this.catalogue = catalogue;
    this.commands = commands;
    this.progress = progress;
  }

  /**
   * Reads what was kept.
   *
   * @param clock what expiry is judged by
   * @param nanos what waiting is measured by; never set back, such as {@link System#nanoTime}
   * @param wake called on any thread when {@link #beat} has something to do
   * @throws IOException when the directory cannot be read or written
   */
  public static DownlinkDesk open(
      Surroundings around,
      Files files,
      Timing timing,
      InstantSource clock,
      LongSupplier nanos,
      Runnable wake)
      throws IOException {
    VersionFloor floor = VersionFloor.open(files.directory().resolve("versions"), files.disk());
    CommandLedger ledger = CommandLedger.open(files.directory(), files.disk(), clock.instant());
    QuietLog log = new QuietLog(nanos);
    EventLine events = new EventLine(around, timing, nanos, log, wake);
    return new DownlinkDesk(
        around,
        clock,
        log,
        events,
        new SettingsDesk(around, floor, events, log, timing, clock, nanos),
        new CatalogueDesk(around, floor, events, log, clock),
        new CommandDesk(around, ledger, files.audit(), events, log, timing, clock, nanos),
        new ProgressDesk(around, events, log, clock));
  }

  /** Something came down; never throws. */
  public void take(DownChannel channel, byte[] payload) {
    // An empty message is how a retained one is taken back; chunks and answers belong elsewhere.
    if (channel == DownChannel.ATTACHMENT || channel == DownChannel.ANSWER || payload.length == 0) {
      return;
    }
    try {
      act(channel, around.verifier().verify(payload));
    } catch (ReceiptRefusedException e) {
      boolean said =
          log.problem("order " + e.reason(), "an order is refused, " + e.reason() + ": " + why(e));
      if (said && e.reason() != Reason.BAD_SIGNATURE) {
        refused(channel, e.reason().name());
      } else if (said) {
        String topic = channel.name().toLowerCase(Locale.ROOT);
        around.audit().record(OrderRecord.of(topic, 0, AuditResult.REFUSED, e.reason().name()));
      }
    } catch (RuntimeException e) {
      if (log.problem("fault", "an order could not be carried out")) {
        LOG.error("downlink: please report this", e);
      }
    }
  }

  private static String why(ReceiptRefusedException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?");
  }

  private void act(DownChannel channel, Order order) {
    if (channel == DownChannel.CONFIGURATION && order instanceof Order.Configuration wanted) {
      settings.take(wanted);
    } else if (channel == DownChannel.CATALOGUE && order instanceof Order.Catalogue wanted) {
      catalogue.take(wanted);
    } else if (channel == DownChannel.COMMAND && order instanceof Order.Command command) {
      commands.take(command);
    } else if (channel == DownChannel.PROGRESS && order instanceof Order.Progress told) {
      progress.take(told);
    } else {
      if (log.problem("channel", "an order came on a topic that is not its own; refused")) {
        refused(channel, "WRONG_TOPIC");
      }
    }
  }

  private void refused(DownChannel channel, String reason) {
    String topic = channel.name().toLowerCase(Locale.ROOT);
    around.audit().record(OrderRecord.of(topic, 0, AuditResult.REFUSED, reason));
    events.event(
        "refused " + topic,
        AnswerJson.order(around.kioskId(), topic, 0, "refused", clock.instant()).because(reason));
  }

  /** What time brings; called at least once a second. Never throws. */
  public void beat() {
    try {
      events.beat();
      settings.beat();
      commands.beat();
      events.beat();
    } catch (RuntimeException e) {
      if (log.problem("fault", "the downlink could not do its work")) {
        LOG.error("downlink: please report this", e);
      }
    }
  }
}
