package com.acme.scanner;

import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.Device;
import egov.kiosk.link.LinkAddress;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The skin: what stands in {@code kiosk.properties} as {@code acme-scanner.…}. */
@Component(
    name = "acme-scanner",
    configurationPid = "acme-scanner",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {})
@Designate(ocd = AcmeScannerComponent.Configuration.class)
public final class AcmeScannerComponent {
  /** Read by the kiosk before it starts: a wrong value is refused with its line. */
  @ObjectClassDefinition(name = "ACME scanner")
  public @interface Configuration {
    @AttributeDefinition(description = "Where the scanner is, e.g. tcp://127.0.0.1:7070.")
    String address();

    @AttributeDefinition(min = "1", max = "60", description = "Seconds until a code is gone.")
    int lifetimeSeconds() default 60;
  }

  private final AcmeScanner scanner;
  private final ServiceRegistration<?> registered;

  @Activate
  public AcmeScannerComponent(BundleContext context, Configuration configuration) {
    scanner =
        new AcmeScanner(
            LinkAddress.parse(configuration.address()),
            Duration.ofSeconds(configuration.lifetimeSeconds()));
    registered =
        context.registerService(
            new String[] {CodeScanner.class.getName(), Device.class.getName()}, scanner, null);
  }

  @Deactivate
  void deactivate() {
    registered.unregister();
    scanner.close();
  }
}
