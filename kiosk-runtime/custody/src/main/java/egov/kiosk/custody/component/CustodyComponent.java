package egov.kiosk.custody.component;

import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.settings.ToldSettings;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers the device's keys as a {@link KeyCustody} to the room crypto. It exists only while it is
 * configured, and a changed configuration makes a new offer, so that crypto takes the keys anew;
 * the same configuration told again does not.
 */
@Component(
    configurationPid = "custody",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {})
@Designate(ocd = CustodyConfiguration.class)
public final class CustodyComponent {
  private static final String[] PORTS = {KeyCustody.class.getName(), HealthCheck.class.getName()};

  private final BundleContext context;
  private ToldSettings told;
  private ConfiguredCustody custody;
  private ServiceRegistration<?> offer;

  /** Offers them; opens nothing yet. */
  @Activate
  public CustodyComponent(
      BundleContext context, CustodyConfiguration configuration, Map<String, Object> values) {
    this.context = context;
    told = new ToldSettings(values);
    offer(configuration);
  }

  @Modified
  synchronized void modified(CustodyConfiguration configuration, Map<String, Object> values) {
    ToldSettings now = new ToldSettings(values);
    if (!now.same(told)) {
      told = now;
      deactivate();
      offer(configuration);
    }
  }

  private void offer(CustodyConfiguration configuration) {
    custody = new ConfiguredCustody(CustodySettings.of(configuration));
    offer = context.registerService(PORTS, custody, new Hashtable<>());
  }

  @Deactivate
  synchronized void deactivate() {
    if (offer != null) {
      offer.unregister();
      custody.close();
      offer = null;
    }
  }
}
