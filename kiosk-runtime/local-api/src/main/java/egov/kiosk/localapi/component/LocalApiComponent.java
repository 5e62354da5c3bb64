package egov.kiosk.localapi.component;

import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.localapi.LocalApi;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
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

  private final TechnicianServices technicians;
  private final AssistanceServices assistance;
  private final BundleContext context;
  private Settings settings;
  private LocalApi api;
  private CitizenDesk desk;

  private record Settings(int port, Path runDirectory) {
    static Settings of(LocalApiConfiguration configuration) {
      return new Settings(configuration.port(), Path.of(configuration.runDirectory()));
    }
  }

  /** Opens the port; nothing else need be there yet. */
  @Activate
  public LocalApiComponent(
      BundleContext context,
      LocalApiConfiguration configuration,
      @Reference TechnicianServices technicians,
      @Reference AssistanceServices assistance)
      throws IOException {
    this.context = context;
    this.technicians = technicians;
    this.assistance = assistance;
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
    api.serve(Optional.of(opened));
  }

  synchronized void unbindDesk(CitizenDesk closed) {
    if (desk == closed) {
      desk = null;
      api.serve(Optional.empty());
    }
  }

  private void open() throws IOException {
    api =
        LocalApi.open(settings.port(), settings.runDirectory(), screens(), technicians, assistance);
    api.serve(Optional.ofNullable(desk));
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
