package egov.kiosk.localapi.component;

import egov.kiosk.domain.assist.Handwriting;
import egov.kiosk.domain.assist.Voice;
import egov.kiosk.localapi.Assistance;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Voice and handwriting, each as soon as its room is open. */
@Component(name = "assistance-services", service = AssistanceServices.class)
public final class AssistanceServices implements Assistance {
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

  @Override
  public Optional<Voice> voice() {
    return Optional.ofNullable(voice);
  }

  @Override
  public Optional<Handwriting> handwriting() {
    return Optional.ofNullable(handwriting);
  }
}
