package egov.kiosk.flow;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.transaction.DeviceNeed;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.step.Enclosing;
import egov.kiosk.flow.surroundings.EntryWays;
import egov.kiosk.flow.surroundings.Ports;
import egov.kiosk.flow.surroundings.Settings;
import egov.kiosk.flow.view.ItemViews;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Says before the first page what cannot be finished now: an item that would end in a dead end is
 * not begun. Holds no state. Safe for several threads.
 */
final class ItemAvailability {
  private static final Set<FaultCode> NO_PAPER =
      EnumSet.of(
          FaultCode.PAPER_OUT,
          FaultCode.COVER_OPEN,
          FaultCode.PRINTER_ERROR,
          FaultCode.PAPER_JAM,
          FaultCode.TONER_OUT,
          FaultCode.MEDIA_RETAINED);

  private static final Duration ASKING = Duration.ofSeconds(2);

  private final Ports ports;
  private final Supplier<Settings> settings;
  private final BooleanSupplier numbersReady;
  private final InstantSource clock;

  ItemAvailability(
      Ports ports, Supplier<Settings> settings, BooleanSupplier numbersReady, InstantSource clock) {
    this.ports = ports;
    this.settings = settings;
    this.numbersReady = numbersReady;
    this.clock = clock;
  }

  KioskView kiosk() {
    Settings now = settings.get();
    Set<Closure> closures = closures(now);
    return new KioskView(
        ports.sealer().kioskId(),
        now.site(),
        ports.online(),
        closures,
        closures.contains(Closure.HOURS) ? opens(now) : "",
        now.elsewhere(),
        now.helpPhone(),
        Map.of(
            "id-card-reader", state(ports.reader()),
            "printer", state(ports.printer()),
            "camera", state(ports.camera()),
            "document-camera", state(ports.documentCamera()),
            "page-printer", state(ports.pagePrinter())),
        now.front(),
        null);
  }

  List<ItemView> items() {
    boolean accepting = accepting();
    boolean online = ports.online();
    return ports.catalogue().items().stream().map(item -> view(item, online, accepting)).toList();
  }

  /**
   * Whether the item can be begun now. A printer it cannot do without is asked at this moment, so
   * that nobody signs what then finds no paper; takes as long as the printer, two seconds at most.
   */
  boolean available(ServiceItem item) {
    if (item.needs().contains(DeviceNeed.PRINTER) && !printerSaysYes()) {
      return false;
    }
    if (item.needs().contains(DeviceNeed.PAGE_PRINTER) && !pagePrinterSaysYes()) {
      return false;
    }
    boolean accepting = accepting();
    return reason(item, ports.online(), accepting).isEmpty();
  }

  /** Whether what would be done can be sealed, kept, recorded and numbered. */
  private boolean accepting() {
    return ports.sealer().ready()
        && ports.outbox().accepting()
        && ports.audit().accepting()
        && numbersReady.getAsBoolean();
  }

  private ItemView view(ServiceItem item, boolean online, boolean accepting) {
    return ItemViews.of(item, reason(item, online, accepting), ports.catalogue());
  }

  private Optional<ItemView.Reason> reason(ServiceItem item, boolean online, boolean accepting) {
    if (!closures(settings.get()).isEmpty()) {
      return Optional.of(ItemView.Reason.OUT_OF_SERVICE);
    }
    if (item.offlineClass() == OfflineClass.ONLINE_ONLY && !online && !toldBefore(item)) {
      return Optional.of(ItemView.Reason.NETWORK_DOWN);
    }
    boolean unkept = Enclosing.possible(item) && ports.attachments().isEmpty();
    if (item.offlineClass() != OfflineClass.LOCAL && !accepting || unkept) {
      return Optional.of(ItemView.Reason.QUEUE_FULL);
    }
    boolean readsCard = item.needs().contains(DeviceNeed.ID_CARD_READER);
    if (readsCard && !state(ports.reader()).usable() || nobodyEnters(item)) {
      return Optional.of(ItemView.Reason.NO_READER);
    }
    if (item.needs().contains(DeviceNeed.CAMERA) && !state(ports.camera()).usable()) {
      return Optional.of(ItemView.Reason.NO_CAMERA);
    }
    if (item.needs().contains(DeviceNeed.PRINTER) && !prints()) {
      return Optional.of(ItemView.Reason.NO_PAPER);
    }
    return papers(item);
  }

  /** One way to say who one is that works is enough. */
  private boolean nobodyEnters(ServiceItem item) {
    return item.identityLevel() != IdentityLevel.NONE && !EntryWays.any(item, ports);
  }

  /** What the platform told before can be looked up without a line. */
  private boolean toldBefore(ServiceItem item) {
    return item.profile().outcome() == OutcomeKind.PROGRESS && ports.standings().isPresent();
  }

  /** A paper that may be brought to the counter instead does not need the camera. */
  private Optional<ItemView.Reason> papers(ServiceItem item) {
    boolean photographs =
        item.needs().contains(DeviceNeed.DOCUMENT_CAMERA)
            || item.materials().stream().anyMatch(Material::needsCamera);
    if (photographs && !state(ports.documentCamera()).usable()) {
      return Optional.of(ItemView.Reason.NO_DOCUMENT_CAMERA);
    }
    if (item.needs().contains(DeviceNeed.PAGE_PRINTER)
        && !(ports.prints().isPresent() && prints(ports.pagePrinter()))) {
      return Optional.of(ItemView.Reason.NO_PAGE_PRINTER);
    }
    return Optional.empty();
  }

  private Set<Closure> closures(Settings now) {
    if (now.hours().open(local(now))) {
      return ports.closures();
    }
    Set<Closure> closures = EnumSet.of(Closure.HOURS);
    closures.addAll(ports.closures());
    return closures;
  }

  private String opens(Settings now) {
    return now.hours().opensAfter(local(now)).map(LocalDateTime::toString).orElse("");
  }

  private LocalDateTime local(Settings now) {
    return LocalDateTime.ofInstant(clock.instant(), now.zone());
  }

  private boolean pagePrinterSaysYes() {
    Optional<PagePrinter> printer = ports.pagePrinter();
    try {
      return printer.isPresent() && prints(printer.get().ask(ASKING));
    } catch (DeviceException e) {
      return e.fault() == FaultCode.BUSY && prints(printer);
    }
  }

  private boolean printerSaysYes() {
    Optional<Printer> printer = ports.printer();
    try {
      return printer.isPresent() && prints(printer.get().ask(ASKING));
    } catch (DeviceException e) {
      // Printing for somebody else: what it said last counts.
      return e.fault() == FaultCode.BUSY && prints();
    }
  }

  private boolean prints() {
    return prints(ports.printer());
  }

  private static boolean prints(Optional<? extends Device> printer) {
    return printer.map(Device::status).map(ItemAvailability::prints).orElse(false);
  }

  private static boolean prints(DeviceStatus status) {
    return status.state().usable() && status.faults().stream().noneMatch(NO_PAPER::contains);
  }

  private static DeviceState state(Optional<? extends Device> device) {
    return device.map(found -> found.status().state()).orElse(DeviceState.NO_DEVICE);
  }
}
