package egov.kiosk.printer.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.printer.EscPosPrinter;
import egov.kiosk.printer.PrinterCheck;
import egov.kiosk.printer.PrinterSettings;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The receipt printer as a service. A changed configuration replaces the printer behind the same
 * service; an unchanged one touches nothing.
 */
@Component(
    name = "printer",
    configurationPid = "printer",
    service = {Printer.class, Device.class, HealthCheck.class})
@Designate(ocd = PrinterConfiguration.class)
public final class PrinterComponent implements Printer, HealthCheck {
  private volatile PrinterSettings settings;
  private volatile EscPosPrinter printer;

  @Activate
  void activate(PrinterConfiguration configuration) {
    settings = settings(configuration);
    printer = new EscPosPrinter(settings, InstantSource.system());
  }

  @Modified
  void modified(PrinterConfiguration configuration) {
    PrinterSettings wanted = settings(configuration);
    if (!wanted.equals(settings)) {
      printer.close();
      settings = wanted;
      printer = new EscPosPrinter(wanted, InstantSource.system());
    }
  }

  @Deactivate
  void deactivate() {
    printer.close();
  }

  static PrinterSettings settings(PrinterConfiguration configuration) {
    return new PrinterSettings(
        LinkAddress.parse(configuration.address()),
        configuration.columns(),
        Charset.forName(configuration.charset()),
        Duration.ofMillis(configuration.openTimeoutMillis()),
        Duration.ofMillis(configuration.statusTimeoutMillis()));
  }

  @Override
  public String name() {
    return EscPosPrinter.NAME;
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
  public void print(Slip slip, Duration timeout) throws DeviceException {
    printer.print(slip, timeout);
  }

  @Override
  public Finding check(Duration timeout) {
    return new PrinterCheck(printer).check(timeout);
  }
}
