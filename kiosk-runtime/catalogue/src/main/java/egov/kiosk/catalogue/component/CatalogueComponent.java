package egov.kiosk.catalogue.component;

import egov.kiosk.catalogue.ServedCatalogue;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.OrderRefusedException;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.domain.transaction.ServiceItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The catalogue as a service. */
@Component(
    configurationPid = "catalogue",
    service = {Catalogue.class, CatalogueStore.class, HealthCheck.class})
@Designate(ocd = CatalogueConfiguration.class)
public final class CatalogueComponent implements Catalogue, CatalogueStore, HealthCheck {
  private final PackagedItems packaged;
  private String directory;
  private Optional<Path> state;
  private volatile ServedCatalogue catalogue;

  /**
   * Reads the items.
   *
   * @throws IOException when those that came in the package cannot be unpacked
   */
  @Activate
  public CatalogueComponent(BundleContext context, CatalogueConfiguration configuration)
      throws IOException {
    packaged = new PackagedItems(context);
    open(configuration);
  }

  @Modified
  synchronized void modified(CatalogueConfiguration configuration) throws IOException {
    if (!configuration.directory().equals(directory) || !state(configuration).equals(state)) {
      open(configuration);
    }
  }

  private void open(CatalogueConfiguration configuration) throws IOException {
    directory = configuration.directory();
    state = state(configuration);
    catalogue =
        ServedCatalogue.open(directory.isBlank() ? packaged.unpacked() : Path.of(directory), state);
  }

  private static Optional<Path> state(CatalogueConfiguration configuration) {
    return Optional.of(configuration.stateDirectory())
        .filter(text -> !text.isEmpty())
        .map(Path::of);
  }

  @Override
  public List<ServiceItem> items() {
    return catalogue.items();
  }

  @Override
  public long version() {
    return catalogue.version();
  }

  @Override
  public void replace(long version, List<String> items) throws OrderRefusedException {
    catalogue.replace(version, items);
  }

  @Override
  public int reload() {
    return catalogue.reload();
  }

  @Override
  public String name() {
    return catalogue.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return catalogue.check(timeout);
  }
}
