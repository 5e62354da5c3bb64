package egov.kiosk.pageprinter.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.pageprinter.IppPagePrinter;
import egov.kiosk.pageprinter.PagePrinterCheck;
import egov.kiosk.pageprinter.PagePrinterSettings;
import egov.kiosk.pageprinter.ipp.IppAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The page printer as a service, only where one is configured. A changed configuration replaces it
 * behind the same service; an unchanged one touches nothing.
 */
@Component(
    name = "page-printer",
    configurationPid = "page-printer",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    service = {PagePrinter.class, Device.class, HealthCheck.class})
@Designate(ocd = PagePrinterConfiguration.class)
public final class PagePrinterComponent implements PagePrinter, HealthCheck {
  private volatile PagePrinterSettings settings;
  private volatile IppPagePrinter printer;

  @Reference private volatile KnownDevices known;

  @Activate
  void activate(PagePrinterConfiguration configuration) {
    settings = settings(configuration);
    printer = new IppPagePrinter(settings, known, InstantSource.system());
  }

  @Modified
  void modified(PagePrinterConfiguration configuration) {
    PagePrinterSettings wanted = settings(configuration);
    if (!wanted.equals(settings)) {
      printer.close();
      settings = wanted;
      printer = new IppPagePrinter(wanted, known, InstantSource.system());
    }
  }

  @Deactivate
  void deactivate() {
    printer.close();
  }

  static PagePrinterSettings settings(PagePrinterConfiguration configuration) {
    Duration answer = Duration.ofMillis(configuration.answerMillis());
    return new PagePrinterSettings(
        IppAddress.parse(configuration.address()),
        new HotPlugSettings(
            Duration.ofSeconds(1),
            Duration.ofMillis(configuration.askMillis()),
            Duration.ofSeconds(5),
            answer),
        answer);
  }

  @Override
  public String name() {
    return IppPagePrinter.NAME;
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return printer.identity();
  }

  @Override
  public DeviceStatus status() {
    return printer.status();
  }

  @Override
  public DeviceStatus ask(Duration timeout) throws DeviceException {
    return printer.ask(timeout);
  }

  @Override
  public PageTicket send(String jobName, PageDocument document, Duration timeout)
      throws DeviceException {
    return printer.send(jobName, document, timeout);
  }

  @Override
  public Optional<PageTicket> find(String jobName, Duration timeout) throws DeviceException {
    return printer.find(jobName, timeout);
  }

  @Override
  public PageProgress look(PageTicket ticket, Duration timeout) throws DeviceException {
    return printer.look(ticket, timeout);
  }

  @Override
  public void cancel(PageTicket ticket, Duration timeout) throws DeviceException {
    printer.cancel(ticket, timeout);
  }

  @Override
  public void forget(PageTicket ticket, Duration timeout) throws DeviceException {
    printer.forget(ticket, timeout);
  }

  @Override
  public Finding check(Duration timeout) {
    return new PagePrinterCheck(printer).check(timeout);
  }
}
