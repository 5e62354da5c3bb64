package egov.kiosk.printer.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.printer.EscPosPrinter;
import egov.kiosk.printer.PrinterAddress;
import egov.kiosk.printer.PrinterCheck;
import egov.kiosk.printer.PrinterSettings;
import egov.kiosk.printer.escpos.RasterLogo;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  private static final Logger LOG = LoggerFactory.getLogger(PrinterComponent.class);

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
    Duration open = Duration.ofMillis(configuration.openTimeoutMillis());
    return new PrinterSettings(
        PrinterAddress.parse(configuration.address()),
        configuration.columns(),
        Charset.forName(configuration.charset()),
        logo(configuration.logo()),
        new HotPlugSettings(
            HotPlugSettings.USUAL.lookWhenLost(),
            Duration.ofMillis(configuration.askMillis()),
            HotPlugSettings.USUAL.lookWhenUnwell(),
            open),
        Duration.ofMillis(configuration.statusTimeoutMillis()));
  }

  /** A logo is an ornament: slips are printed without one that cannot be used. */
  private static Optional<RasterLogo> logo(String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RasterLogo.read(Path.of(file)));
    } catch (IOException e) {
      LOG.warn("printer: slips have no logo, {}; correct printer.logo", e.getMessage());
      return Optional.empty();
    }
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
