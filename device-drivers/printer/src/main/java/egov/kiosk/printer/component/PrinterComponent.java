package egov.kiosk.printer.component;

import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.component.offer.DriverOffer;
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
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the receipt printer, and its check, unless it is switched off. A changed configuration
 * replaces the printer; an unchanged one touches nothing.
 */
@Component(
    name = "printer",
    configurationPid = "printer",
    immediate = true,
    service = {})
@Designate(ocd = PrinterConfiguration.class)
public final class PrinterComponent {
  private static final Logger LOG = LoggerFactory.getLogger(PrinterComponent.class);

  private final DriverOffer<PrinterSettings> offer;

  @Activate
  public PrinterComponent(
      BundleContext context, PrinterConfiguration configuration, @Reference KnownDevices known) {
    offer = new DriverOffer<>(context, settings -> open(settings, known));
    modified(configuration);
  }

  private static DriverOffer.Driver open(PrinterSettings settings, KnownDevices known) {
    EscPosPrinter printer = new EscPosPrinter(settings, known, InstantSource.system());
    return new DriverOffer.Driver(
        printer, List.of(Printer.class), new PrinterCheck(printer), printer::close);
  }

  @Modified
  void modified(PrinterConfiguration configuration) {
    offer.want(configuration.enabled() ? Optional.of(settings(configuration)) : Optional.empty());
  }

  @Deactivate
  void deactivate() {
    offer.close();
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
        Duration.ofMillis(configuration.statusTimeoutMillis()),
        configuration.asksWho());
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
}
