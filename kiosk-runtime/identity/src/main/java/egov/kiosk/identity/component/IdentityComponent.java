package egov.kiosk.identity.component;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceStage;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.device.InfraredCamera;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.identity.IdentityCheck;
import egov.kiosk.identity.IdentitySettings;
import egov.kiosk.identity.Neighbours;
import egov.kiosk.identity.OpenCvFaceVerifier;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.portrait.PortraitDecoder;
import egov.kiosk.identity.trust.TrustSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The room in the framework. */
@Component(
    configurationPid = "identity",
    immediate = true,
    service = {FaceVerifier.class, HealthCheck.class})
@Designate(ocd = IdentityConfig.class)
public final class IdentityComponent implements FaceVerifier, HealthCheck {
  private final List<PortraitDecoder> decoders = new CopyOnWriteArrayList<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile AuditLog audit;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile InfraredCamera infrared;

  private IdentitySettings settings;
  private OpenCvFaceVerifier verifier;
  private IdentityCheck check;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addDecoder(PortraitDecoder decoder) {
    decoders.add(decoder);
  }

  void removeDecoder(PortraitDecoder decoder) {
    decoders.remove(decoder);
  }

  @Activate
  void activate(IdentityConfig config) {
    settings = settings(config);
    verifier =
        new OpenCvFaceVerifier(
            settings,
            new Neighbours(() -> decoders, () -> Optional.ofNullable(infrared), this::record),
            System::nanoTime,
            Clock.systemUTC());
    check = new IdentityCheck(verifier);
  }

  @Modified
  void modified(IdentityConfig config) {
    IdentitySettings next = settings(config);
    if (!next.equals(settings)) {
      settings = next;
      verifier.reconfigure(next);
    }
  }

  private void record(AuditEvent event) {
    AuditLog log = audit;
    if (log != null) {
      log.record(event);
    }
  }

  @Deactivate
  void deactivate() {
    verifier.close();
  }

  private static IdentitySettings settings(IdentityConfig config) {
    return new IdentitySettings(
        file(config.packDir()),
        new TrustSettings(
            Set.copyOf(Arrays.asList(config.packPins())),
            file(config.packAuthorities()),
            config.packMaker(),
            file(config.ownCertificateFile())),
        new FacePolicy(config.far(), config.reviewFar()),
        config.minFacePixels(),
        Duration.ofMillis(config.lookMillis()),
        config.emulatorPortraits(),
        config.infraredRequired());
  }

  private static Optional<Path> file(String name) {
    return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
  }

  @Override
  public FaceMatch compare(
      Portrait portrait, FrameSource frames, Duration timeout, Consumer<FaceHint> hints)
      throws FaceUnavailableException, InterruptedException {
    return verifier.compare(portrait, frames, timeout, hints);
  }

  @Override
  public FaceMatch compare(
      Portrait portrait, FrameSource frames, FaceDemand demand, Duration timeout, FaceStage stage)
      throws FaceUnavailableException, InterruptedException {
    return verifier.compare(portrait, frames, demand, timeout, stage);
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }
}
