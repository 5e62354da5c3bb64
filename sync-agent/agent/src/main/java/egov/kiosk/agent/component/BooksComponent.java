package egov.kiosk.agent.component;

import egov.kiosk.agent.statement.DailyBooks;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.Ledger;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SettlementListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the daily books, on the thread {@code daily-books}. */
@Component(
    configurationPid = "agent",
    immediate = true,
    service = {SettlementListener.class, ConnectivityListener.class})
public final class BooksComponent implements SettlementListener, ConnectivityListener {
  private static final Logger LOG = LoggerFactory.getLogger(BooksComponent.class);
  private static final long FIRST_SECONDS = 5;
  private static final long EVERY_SECONDS = 60;
  private static final long STOP_SECONDS = 4;

  private final DailyBooks books;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "daily-books"));
  private volatile boolean online;
  private String told = "";

  /** Begins to look at the date. */
  @Activate
  public BooksComponent(
      AgentConfiguration configuration,
      @Reference Ledger ledger,
      @Reference Outbox outbox,
      @Reference StatementSealer sealer) {
    Optional<Path> directory =
        Optional.of(configuration.stateDirectory()).filter(d -> !d.isBlank()).map(Path::of);
    books = new DailyBooks(ledger, outbox, sealer, directory, Clock.systemUTC(), System::nanoTime);
    timer.scheduleWithFixedDelay(this::work, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Nothing of this component's can change while it works. */
  @Modified
  void modified(AgentConfiguration configuration) {
    LOG.debug("agent: the daily books keep their directory until the next start");
  }

  @Deactivate
  void deactivate() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    books.platformTime().settled(receipt);
  }

  @Override
  public void connectivityChanged(boolean now) {
    online = now;
  }

  private void work() {
    if (!online) {
      // The day's last receipts may still be at the broker.
      return;
    }
    String problem = "";
    try {
      books.work();
    } catch (IOException e) {
      problem = "the last closed day cannot be read or remembered: " + e.getClass().getName();
    } catch (SealException | OutboxException e) {
      problem = "they cannot be closed: " + e.getMessage();
    } catch (RuntimeException e) {
      problem = "an error of the program: " + e;
    }
    if (!problem.isEmpty() && !problem.equals(told)) {
      LOG.warn("agent: the daily books wait, they are tried again by themselves: {}", problem);
    }
    told = problem;
  }
}
