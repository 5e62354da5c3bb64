package egov.kiosk.catalogue.component;

import egov.kiosk.catalogue.FileCatalogue;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.domain.transaction.ServiceItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The catalogue as a service. */
@Component(
    configurationPid = "catalogue",
    service = {Catalogue.class, HealthCheck.class})
@Designate(ocd = CatalogueConfiguration.class)
public final class CatalogueComponent implements Catalogue, HealthCheck {
  private Path directory;
  private volatile FileCatalogue catalogue;

  @Activate
  synchronized void activate(CatalogueConfiguration configuration) {
    directory = Path.of(configuration.directory());
    catalogue = FileCatalogue.open(directory);
  }

  @Modified
  synchronized void modified(CatalogueConfiguration configuration) {
    if (!Path.of(configuration.directory()).equals(directory)) {
      activate(configuration);
    }
  }

  @Override
  public List<ServiceItem> items() {
    return catalogue.items();
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
