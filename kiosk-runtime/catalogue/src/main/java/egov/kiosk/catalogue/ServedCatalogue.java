package egov.kiosk.catalogue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.OrderRefusedException;
import egov.kiosk.domain.fleet.OrderRefusedException.Reason;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.domain.transaction.ServiceItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service items citizens see: those the platform sent last, or else those the kiosk was
 * delivered with. Safe for several threads.
 */
public final class ServedCatalogue implements Catalogue, CatalogueStore, HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ServedCatalogue.class);

  private final Path delivered;
  private final Optional<Generations> generations;
  private volatile Served served;

  /**
   * What is in service.
   *
   * @param damage what is wrong with the platform's set, or empty
   */
  private record Served(
      FileCatalogue base, Optional<Generation> sent, List<ServiceItem> items, String damage) {
    static Served of(FileCatalogue base, Optional<Generation> sent, String damage) {
      List<ServiceItem> items = sent.map(Generation::items).orElse(List.of());
      return new Served(base, sent, items.isEmpty() ? base.items() : items, damage);
    }
  }

  private ServedCatalogue(Path delivered, Optional<Generations> generations) {
    this.delivered = delivered;
    this.generations = generations;
  }

  /**
   * Reads the items.
   *
   * @param delivered the directory of the items the kiosk was delivered with
   * @param state where the platform's items are kept; empty when none are taken
   */
  public static ServedCatalogue open(Path delivered, Optional<Path> state) {
    return open(delivered, state, new DurableFiles());
  }

  static ServedCatalogue open(Path delivered, Optional<Path> state, DurableFiles files) {
    ServedCatalogue catalogue =
        new ServedCatalogue(delivered, state.map(path -> new Generations(path, files)));
    catalogue.reload();
    return catalogue;
  }

  @Override
  public List<ServiceItem> items() {
    return served.items();
  }

  @Override
  public long version() {
    return served.sent().map(Generation::version).orElse(0L);
  }

  @Override
  public synchronized void replace(long version, List<String> items) throws OrderRefusedException {
    Generations kept =
        generations.orElseThrow(
            () ->
                new OrderRefusedException(
                    Reason.STORAGE, "catalogue.stateDirectory is not set on this kiosk"));
    Generation checked;
    try {
      checked = kept.check(version, items);
    } catch (EntryRefusedException e) {
      throw new OrderRefusedException(Reason.INVALID, e.getMessage());
    }
    try {
      kept.put(version, items);
    } catch (IOException e) {
      // The directory entry may or may not have reached the disk: what is there now counts.
      reload();
      if (version() != version) {
        throw new OrderRefusedException(Reason.STORAGE, "the items could not be written");
      }
      return;
    }
    served = Served.of(served.base(), Optional.of(checked), "");
    LOG.info("Catalogue: version {} of the platform, {} items", version, served.items().size());
  }

  @Override
  public synchronized int reload() {
    FileCatalogue base = served == null ? FileCatalogue.open(delivered) : served.base().again();
    Optional<Generation> sent = Optional.empty();
    String damage = "";
    try {
      if (generations.isPresent()) {
        sent = generations.get().current();
      }
    } catch (EntryRefusedException e) {
      damage = e.getMessage();
      LOG.error(
          "Catalogue: the platform's items are damaged, the delivered ones serve: {}", damage);
    }
    served = Served.of(base, sent, damage);
    return served.items().size();
  }

  @Override
  public String name() {
    return served.base().name();
  }

  @Override
  public Finding check(Duration timeout) {
    Served now = served;
    if (!now.damage().isEmpty()) {
      return new Finding(
          name(),
          Level.WARN,
          "the platform's items are damaged and the delivered ones serve: " + now.damage(),
          Actor.TECHNICIAN,
          "Check the disk; the platform sends its items again by itself.");
    }
    if (now.sent().isPresent() && !now.sent().get().items().isEmpty()) {
      return Finding.ok(
          name(),
          now.items().size() + " items in service, version " + version() + " of the platform");
    }
    return now.base().check(timeout);
  }
}
