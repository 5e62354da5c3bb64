package egov.kiosk.printledger.component;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.print.PrintTally;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.printledger.LedgerDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The print desk as a service. Printers come and go; the ledger stays. */
@Component(
    name = "print-ledger",
    configurationPid = "print-ledger",
    immediate = true,
    service = {PrintDesk.class, PrintTally.class, HealthCheck.class, Figures.class})
@Designate(ocd = PrintLedgerConfiguration.class)
public final class PrintLedgerComponent implements PrintDesk, PrintTally, HealthCheck, Figures {
  private static final Logger LOG = LoggerFactory.getLogger(PrintLedgerComponent.class);

  private final AtomicReference<Printer> receipts = new AtomicReference<>();
  private final AtomicReference<PagePrinter> pages = new AtomicReference<>();
  private final LedgerDesk desk;
  private final Path directory;
  private final Settling settling;

  @Activate
  public PrintLedgerComponent(PrintLedgerConfiguration configuration, @Reference Sm3Digest sm3)
      throws IOException {
    directory = Path.of(configuration.stateDirectory());
    desk =
        LedgerDesk.open(
            directory,
            Duration.ofDays(configuration.daysKept()),
            new LedgerDesk.Devices(
                () -> Optional.ofNullable(receipts.get()), () -> Optional.ofNullable(pages.get())),
            sm3,
            InstantSource.system());
    settling = new Settling(desk, Duration.ofSeconds(configuration.settleSeconds()));
  }

  @Modified
  void modified(PrintLedgerConfiguration configuration) {
    settling.every(Duration.ofSeconds(configuration.settleSeconds()));
    if (!Path.of(configuration.stateDirectory()).equals(directory)) {
      LOG.warn("print-ledger: stateDirectory takes effect when the runtime is started again");
    }
  }

  @Deactivate
  void deactivate() throws IOException {
    settling.close();
    desk.close();
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindReceipts(Printer service) {
    receipts.set(service);
  }

  void unbindReceipts(Printer service) {
    receipts.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindPages(PagePrinter service) {
    pages.set(service);
  }

  void unbindPages(PagePrinter service) {
    pages.compareAndSet(service, null);
  }

  @Override
  public PrintJob slip(TransactionId transactionId, Slip slip, Duration timeout)
      throws PrintRefusedException {
    return desk.slip(transactionId, slip, timeout);
  }

  @Override
  public PrintJob copy(TransactionId transactionId, PageDocument document, Duration timeout)
      throws PrintRefusedException {
    return desk.copy(transactionId, document, timeout);
  }

  @Override
  public List<PrintJob> asking() {
    return desk.asking();
  }

  @Override
  public PrintJob answer(String jobId, boolean paperCame, Actor by) throws PrintRefusedException {
    return desk.answer(jobId, paperCame, by);
  }

  @Override
  public long printed(PrintKind kind, Instant from, Instant until) {
    return desk.printed(kind, from, until);
  }

  @Override
  public Optional<Instant> since() {
    return desk.since();
  }

  /** What the ledger remembers; it forgets after the days it keeps. */
  @Override
  public Map<String, Number> figures() {
    Map<String, Number> pages = new LinkedHashMap<>();
    for (PrintKind kind : PrintKind.values()) {
      pages.put(
          "kiosk_print_pages_total{kind=\"" + kind.name().toLowerCase(Locale.ROOT) + "\"}",
          printed(kind, Instant.MIN, Instant.MAX));
    }
    return pages;
  }

  @Override
  public String name() {
    return desk.check().name();
  }

  @Override
  public Finding check(Duration timeout) {
    return desk.check().check(timeout);
  }
}
