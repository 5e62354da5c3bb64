package egov.kiosk.codescanner.component;

import egov.kiosk.codescanner.CodeScannerCheck;
import egov.kiosk.codescanner.CodeScannerSettings;
import egov.kiosk.codescanner.SerialCodeScanner;
import egov.kiosk.codescanner.code.Alphabet;
import egov.kiosk.codescanner.code.CodeRule;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.component.offer.DriverOffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Registers the scanner, and its check, when this kiosk has one: a kiosk without is not faulty. A
 * changed configuration replaces the scanner; an unchanged one touches nothing.
 */
@Component(
    name = "code-scanner",
    configurationPid = "code-scanner",
    immediate = true,
    service = {})
@Designate(ocd = CodeScannerConfiguration.class)
public final class CodeScannerComponent {
  private static final Pattern RULE =
      Pattern.compile("([0-9]{1,4})-([0-9]{1,4}) (DIGITS|ALPHANUMERIC|BASE64|BASE64URL)");

  private final DriverOffer<CodeScannerSettings> offer;

  @Activate
  public CodeScannerComponent(
      BundleContext context,
      CodeScannerConfiguration configuration,
      @Reference KnownDevices known) {
    offer = new DriverOffer<>(context, settings -> open(settings, known));
    modified(configuration);
  }

  private static DriverOffer.Driver open(CodeScannerSettings settings, KnownDevices known) {
    SerialCodeScanner scanner = new SerialCodeScanner(settings, known, InstantSource.system());
    return new DriverOffer.Driver(
        scanner, List.of(CodeScanner.class), new CodeScannerCheck(scanner), scanner::close);
  }

  @Modified
  void modified(CodeScannerConfiguration configuration) {
    offer.want(settings(configuration));
  }

  @Deactivate
  void deactivate() {
    offer.close();
  }

  static Optional<CodeScannerSettings> settings(CodeScannerConfiguration configuration) {
    if (!configuration.enabled()) {
      return Optional.empty();
    }
    return Optional.of(
        new CodeScannerSettings(
            LinkAddress.parse(configuration.address().strip()),
            configuration.end().equals("line"),
            Map.of(
                CodeKind.SOCIAL_SECURITY,
                rule("socialSecurity", configuration.socialSecurity()),
                CodeKind.MEDICAL_INSURANCE,
                rule("medicalInsurance", configuration.medicalInsurance()),
                CodeKind.PROVINCIAL,
                rule("provincial", configuration.provincial())),
            Duration.ofSeconds(configuration.lifetimeSeconds())));
  }

  private static CodeRule rule(String attribute, String text) {
    Matcher matcher = RULE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "code-scanner."
              + attribute
              + " is SHORTEST-LONGEST and DIGITS, ALPHANUMERIC, BASE64 or BASE64URL");
    }
    return new CodeRule(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Alphabet.valueOf(matcher.group(3)));
  }
}
