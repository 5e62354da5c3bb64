package egov.kiosk.localapi.component;

import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.assist.Handwriting;
import egov.kiosk.domain.assist.Voice;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Measurements;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.retention.RetentionDesk;
import egov.kiosk.fieldwork.desk.FieldDesk;
import egov.kiosk.fieldwork.desk.FieldRoom;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.localapi.Assistance;
import egov.kiosk.localapi.LocalApi;
import egov.kiosk.localapi.Technicians;
import egov.kiosk.localapi.technician.MachineDesk;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Serves the screens from the first moment; the desk joins when it is ready. */
@Component(configurationPid = "local-api", immediate = true, service = LocalApiComponent.class)
@Designate(ocd = LocalApiConfiguration.class)
public final class LocalApiComponent {
  private static final String SCREENS = "egov.kiosk-ui";
  private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(5);

  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  private BundleContext context;
  private Settings settings;
  private LocalApi api;
  private CitizenDesk desk;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Outbox outbox;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Courier courier;

  private volatile AuditLog audit = AuditLog.NONE;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile RetentionDesk retention;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Measurements measurements;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile KnownDevices knownDevices;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile StaffDoor door;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile StaffAdministration staff;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Voice voice;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Handwriting handwriting;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile FieldRoom field;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile MachineConsole machine;

  private record Settings(int port, Path runDirectory) {
    static Settings of(LocalApiConfiguration configuration) {
      return new Settings(configuration.port(), Path.of(configuration.runDirectory()));
    }
  }

  @Activate
  synchronized void activate(BundleContext bundleContext, LocalApiConfiguration configuration)
      throws IOException {
    context = bundleContext;
    settings = Settings.of(configuration);
    open();
  }

  @Modified
  synchronized void modified(LocalApiConfiguration configuration) throws IOException {
    Settings changed = Settings.of(configuration);
    if (!changed.equals(settings)) {
      api.close();
      settings = changed;
      open();
    }
  }

  @Deactivate
  synchronized void deactivate() {
    api.close();
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindDesk(CitizenDesk opened) {
    desk = opened;
    if (api != null) {
      api.serve(Optional.of(opened));
    }
  }

  synchronized void unbindDesk(CitizenDesk closed) {
    if (desk == closed) {
      desk = null;
      if (api != null) {
        api.serve(Optional.empty());
      }
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAudit(AuditLog opened) {
    audit = opened;
  }

  void unbindAudit(AuditLog closed) {
    if (audit == closed) {
      audit = AuditLog.NONE;
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile PrintDesk prints;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  private void open() throws IOException {
    api =
        LocalApi.open(
            settings.port(), settings.runDirectory(), screens(), technicians(), assistance());
    api.serve(Optional.ofNullable(desk));
  }

  private Assistance assistance() {
    return new Assistance() {
      @Override
      public Optional<Voice> voice() {
        return Optional.ofNullable(voice);
      }

      @Override
      public Optional<Handwriting> handwriting() {
        return Optional.ofNullable(handwriting);
      }
    };
  }

  private Technicians technicians() {
    return new Technicians() {
      @Override
      public Optional<Outbox> outbox() {
        return Optional.ofNullable(outbox);
      }

      @Override
      public Optional<Courier> courier() {
        return Optional.ofNullable(courier);
      }

      @Override
      public AuditLog audit() {
        return audit;
      }

      @Override
      public Optional<RetentionDesk> retention() {
        return Optional.ofNullable(retention);
      }

      @Override
      public Optional<KnownDevices> knownDevices() {
        return Optional.ofNullable(knownDevices);
      }

      @Override
      public Optional<Measurements> measurements() {
        return Optional.ofNullable(measurements);
      }

      @Override
      public Optional<PrintDesk> prints() {
        return Optional.ofNullable(prints);
      }

      @Override
      public Optional<StaffDoor> door() {
        return Optional.ofNullable(door);
      }

      @Override
      public Optional<StaffAdministration> staff() {
        return Optional.ofNullable(staff);
      }

      @Override
      public Optional<FieldDesk> field() {
        return Optional.ofNullable(field).map(FieldRoom::desk);
      }

      @Override
      public MachineDesk machine() {
        MachineConsole known = machine;
        return known == null ? MachineDesk.NONE : known;
      }

      @Override
      public List<Finding> findings() {
        return checks.stream()
            .sorted(Comparator.comparing(HealthCheck::name))
            .map(check -> check.check(CHECK_TIMEOUT))
            .toList();
      }
    };
  }

  private Function<String, URL> screens() {
    for (Bundle bundle : context.getBundles()) {
      if (SCREENS.equals(bundle.getSymbolicName())) {
        return bundle::getEntry;
      }
    }
    return path -> null;
  }
}
