package egov.kiosk.fieldwork.component;

import egov.kiosk.domain.access.LockoutListener;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.settings.ToldSettings;
import egov.kiosk.fieldwork.desk.FieldRoom;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Runs field work where a grid is configured, and is nothing anywhere else. Other settings begin it
 * anew; the same settings told again do not.
 */
@Component(
    configurationPid = "field-work",
    immediate = true,
    service = {})
@Designate(ocd = FieldWorkConfiguration.class)
public final class FieldWorkComponent {
  private static final String[] PORTS = {
    FieldStation.class.getName(),
    FieldRoom.class.getName(),
    HealthCheck.class.getName(),
    LockoutListener.class.getName()
  };

  private final BundleContext context;
  private final RestBox box;
  private final Sm3Digest digest;
  private final ChunkCipher cipher;
  private final AuditLog audit;
  private final Neighbours neighbours;
  private ToldSettings told;
  private Optional<FieldStation> station = Optional.empty();
  private Optional<ServiceRegistration<?>> offer = Optional.empty();

  /**
   * Opens the store, if this is a grid worker's machine.
   *
   * @throws FieldException when it cannot be used, or is another machine's
   */
  @Activate
  public FieldWorkComponent(
      BundleContext context,
      FieldWorkConfiguration configuration,
      Map<String, Object> values,
      @Reference RestBox box,
      @Reference Sm3Digest digest,
      @Reference ChunkCipher cipher,
      @Reference AuditLog audit,
      @Reference Neighbours neighbours)
      throws FieldException {
    this.context = context;
    this.box = box;
    this.digest = digest;
    this.cipher = cipher;
    this.audit = audit;
    this.neighbours = neighbours;
    told = new ToldSettings(values);
    open(configuration);
  }

  private void open(FieldWorkConfiguration configuration) throws FieldException {
    if (configuration.grid() != null && !configuration.grid().isBlank()) {
      FieldStation opened = new FieldStation(configuration, box, digest, cipher, audit, neighbours);
      station = Optional.of(opened);
      offer = Optional.of(context.registerService(PORTS, opened, new Hashtable<>()));
    }
  }

  @Modified
  synchronized void modified(FieldWorkConfiguration configuration, Map<String, Object> values)
      throws FieldException {
    ToldSettings now = new ToldSettings(values);
    if (!now.same(told)) {
      told = now;
      deactivate();
      open(configuration);
    }
  }

  @Deactivate
  synchronized void deactivate() {
    offer.ifPresent(ServiceRegistration::unregister);
    offer = Optional.empty();
    station.ifPresent(FieldStation::close);
    station = Optional.empty();
  }
}
